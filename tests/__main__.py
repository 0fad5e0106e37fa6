"""`python3 -m tests`: every check of the project, from nothing but Python.

Makes `.venv` where there is none, installs the program and what its checks need, then runs them in
the order in which they fail fastest. Leaves with the status of the first that fails.
"""

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".venv"
BIN = HOME / ("Scripts" if os.name == "nt" else "bin")
CHECKS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest", "-n", "2", "--dist", "worksteal"),
)


def main() -> int:
    """Install, check, and return the exit status."""
    if not (HOME / "pyvenv.cfg").exists():
        venv.create(HOME, with_pip=True)
    install = ("python", "-m", "pip", "install", "--quiet", "--editable", ".[dev]")
    for name, *rest in (install, *CHECKS):
        print("$", name, *rest, flush=True)
        status = subprocess.run([str(BIN / name), *rest], cwd=ROOT, check=False).returncode
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
