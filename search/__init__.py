"""How reports are found: the index over the archive and the questions put to it.

This layer knows the archive below it and nothing of the screens above it.
"""
