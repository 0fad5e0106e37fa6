"""Measured on collections that are not part of the project."""
