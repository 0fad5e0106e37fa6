"""The tasks set for the planned period: lists with marks and without, and plain sentences."""

from archive.reading.tasks.tasks import find_tasks

__all__ = ["find_tasks"]
