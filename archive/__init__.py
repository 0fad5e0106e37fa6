"""What reports are, what they say, and where they are kept.

This is the lowest layer: it knows neither the index nor any screen.
"""
