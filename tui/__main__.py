"""The program's door: arguments to the command line, nothing to the screens."""

import sys

from tui.cli import run


def main() -> None:
    """Run `xdd-tui` with the process's arguments and leave with its exit status."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
