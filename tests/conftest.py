"""What holds for all tests: no test is timed, the generated ones neither."""

from hypothesis import settings

settings.register_profile("untimed", settings(), deadline=None)
settings.load_profile("untimed")
