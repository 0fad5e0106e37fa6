"""Syllables to words: pyvi's model, decoded without the libraries that trained it."""
