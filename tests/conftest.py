"""What holds for all tests: no test is timed, the generated ones neither."""

import gc

from hypothesis import settings

settings.register_profile("untimed", settings(), deadline=None)
settings.load_profile("untimed")


def pytest_collection_finish() -> None:
    """Whatever is loaded now stays: looking for garbage in it again and again was an eighth of all
    the tests' work.
    """
    gc.freeze()
    gc.set_threshold(5_000, 20, 20)
