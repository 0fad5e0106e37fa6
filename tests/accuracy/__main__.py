"""`python -m tests.accuracy`: how right the reading is, what its confidence is worth, how
fast it is, and what changed since the recorded run.

`--record` makes this run the one that later runs are held against.
"""

import sys
from collections import Counter

from tests.accuracy import by_hand
from tests.accuracy.answers import answered
from tests.accuracy.calibration import readings, table
from tests.accuracy.labels import names, outcomes
from tests.accuracy.recorded import gained, load, lost, save
from tests.accuracy.speed import sample, speed


def main() -> None:
    """Print the share of items read right by part, then gains and losses."""
    now = {item: right for name in names() for item, right in outcomes(name).items()}
    now |= answered() | by_hand.cells() | by_hand.outcomes()
    total, right = Counter[str](), Counter[str]()
    for item, is_right in now.items():
        part = item.split(" · ")[1]
        total[part] += 1
        right[part] += is_right
    for part, count in total.items():
        print(f"{part:16} {right[part]:4} of {count:4}  {right[part] / count:.3f}")
    print(*table(list(readings())), sep="\n")
    print(f"{'speed':16} {speed(list(sample()))}")
    before = load()
    for sign, items in (("+", gained(before, now)), ("-", lost(before, now))):
        print(*(f"{sign} {item}" for item in items), sep="\n", end="\n" if items else "")
    if "--record" in sys.argv:
        save(now)


if __name__ == "__main__":
    main()
