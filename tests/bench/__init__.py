"""Benchmarks, run by hand: how long things take, never part of a test run."""
