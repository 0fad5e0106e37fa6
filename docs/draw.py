"""`python docs/draw.py`: draw the README's pictures anew, from the bundled sample."""

import asyncio
import re
import tempfile
from dataclasses import replace
from pathlib import Path

from tui.app import XddApp
from tui.catalogue import catalogue
from tui.config import load
from tui.library import Library

HERE = Path(__file__).parent
SIZE = (120, 34)

# Picture → the keys that lead to it from the first screen.
WAYS = {
    "search": [*"quy hoach can bo".replace(" ", "_"), "down"],
    "diff": ["escape", "3", "enter", "n"],
}


async def draw(name: str, keys: list[str], cache: Path) -> None:
    """Press `keys` in an app of its own and keep what is seen."""
    settings = replace(load(), index=cache, archive=cache / "none")
    app = XddApp(settings, catalogue("en"), Library.open(settings))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(1)
        for key in keys:
            await pilot.press("space" if key == "_" else key)
            await pilot.pause(0.3)
        await pilot.pause(1)
        # The fonts of whoever looks, not ones fetched from elsewhere.
        picture = re.sub(r"@font-face \{.*?\}", "", app.export_screenshot(), flags=re.DOTALL)
    (HERE / f"{name}.svg").write_text(picture.replace("Fira Code", "monospace"), "utf-8")


def main() -> None:
    """Draw every picture."""
    with tempfile.TemporaryDirectory() as cache:
        for name, keys in WAYS.items():
            asyncio.run(draw(name, keys, Path(cache)))


if __name__ == "__main__":
    main()
