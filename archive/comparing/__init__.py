"""Two reports held against each other: their task lists (`diff`), their wordings (`marks`), and all
they say (`side by side`).
"""
