"""Makes the pictures of the README from the invented journal, so that they never go stale.

Run by `make pictures`. The pictures need no foreign font and fetch nothing.
"""

import asyncio
import re
from pathlib import Path
from typing import Final

from integrate.clock import system
from integrate.journal.demo import open_demo
from integrate.library import Library
from integrate.machine import Machine
from integrate.tui.app import IntegrateApp

PICTURES: Final = Path(__file__).parents[1] / "docs" / "pictures"
SIZE: Final = (80, 24)

SHOTS: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "home": ("window", ()),
    "question": ("week3", ("enter", "7")),
    "journal": ("week3", ("j",)),
    "search": ("week3", ("j", "slash", *"lamp")),
    "library": ("week3", ("l",)),
}
"""Name of the picture → moment of the invented journal, and the keys pressed in it."""

_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_FONT_FACE: Final = re.compile(r"@font-face\s*\{.*?\}", re.DOTALL)
_FONT_FAMILY: Final = re.compile(r"font-family: Fira Code, monospace|font-family: [^;]*;")


async def picture(moment: str, keys: tuple[str, ...]) -> str:
    """An SVG of the screen, after these keys, at this moment of the invented journal."""
    library = Library.shipped()
    demo = open_demo(moment, library=library, start=system)
    try:
        folder = demo.journal.vault.path.parent
        app = IntegrateApp(
            clock=demo.clock,
            library=library,
            path=demo.journal.vault.path,
            machine=Machine(folder),
            config_file=folder / "config.toml",
            journal=demo.journal,
            demo=demo,
        )
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            for key in keys:
                await pilot.press(key)
                await app.workers.wait_for_complete()
                await pilot.pause()
            return app.export_screenshot(title="integrate")
    finally:
        demo.close()


def plain(svg: str) -> str:
    """The picture without the fonts that it would fetch, and with no address in it."""
    bare = _COMMENT.sub("", _FONT_FACE.sub("", svg))
    return _FONT_FAMILY.sub("font-family: monospace;", bare)


def main() -> None:
    """Makes every picture."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for name, (moment, keys) in SHOTS.items():
        svg = plain(asyncio.run(picture(moment, keys)))
        (PICTURES / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
