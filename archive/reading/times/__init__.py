"""Three times kept apart: the page"s, the event"s, and the periods reviewed and planned."""

from archive.reading.times.times import Times, find_times

__all__ = ["Times", "find_times"]
