"""How long the program takes from its start to a screen that takes keys, on the bundled sample.

    python -m tests.bench.launch [RUNS]

The installed program runs in a pseudo-terminal. A key is typed as soon as anything is drawn; the
time is taken when the query box shows it. `python -c pass` in the same run is the yardstick. The
sample and its index are made by one start that is not counted.
"""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.tui.terminal import Terminal, home_in

RUNS = 7


def launch(home: Path, *, settled: bool) -> float:
    """Seconds until a typed key shows; `settled` waits for the first answer before leaving."""
    start = time.perf_counter()
    with Terminal(home) as terminal:
        terminal.wait_for("Tìm:")
        terminal.type("qqq")
        terminal.wait_for("Tìm: qqq")
        took = time.perf_counter() - start
        if settled:
            terminal.wait_for("0 báo cáo")
    return took


def python() -> float:
    """Seconds that the interpreter alone takes."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return time.perf_counter() - start


def main() -> None:
    """Print the medians."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    with TemporaryDirectory() as folder:
        home = home_in(Path(folder))
        first = launch(home, settled=True)
        pairs = [(python(), launch(home, settled=False)) for _ in range(runs)]
    alone, program = (median(times) for times in zip(*pairs, strict=True))
    print(f"python -c pass    {alone:.3f} s (median of {runs})")
    print(f"keys taken        {program:.3f} s (median of {runs}), {program / alone:.1f} times that")
    print(f"the very first    {first:.3f} s, the byte code of the program perhaps not there yet")


if __name__ == "__main__":
    main()
