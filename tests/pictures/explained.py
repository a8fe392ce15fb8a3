"""Makes explained.svg, the picture of `cleaner explain` in README: `python tests/pictures/explained.py`."""

import re
import subprocess
import sys
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import DIMMED_MONOKAI
from rich.text import Text

ROOT = Path(__file__).parent.parent.parent
PICTURE = Path(__file__).with_suffix(".svg")
SAMPLE = "samples/related-news-list/original.txt"
# Width of the terminal, in characters: lines of a README are about as wide.
COLUMNS = 100
# Rich's pictures load a font from the network; the reader's own fixed-width font will do.
FONT_FACE = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def picture() -> str:
    """The terminal after `cleaner explain` of a sample, as SVG that loads nothing; the same on every machine."""
    command = [sys.executable, "-m", "cleaner", "explain", SAMPLE]
    environment = {"FORCE_COLOR": "1", "COLUMNS": str(COLUMNS)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=True)
    console = Console(record=True, width=COLUMNS, file=StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text.from_ansi(f"$ cleaner explain {SAMPLE}\n{done.stdout.decode()}"))
    svg = console.export_svg(title="cleaner explain", theme=DIMMED_MONOKAI, unique_id="explained")
    return FONT_FACE.sub("", svg).replace("Fira Code", "ui-monospace, Menlo, Consolas")


if __name__ == "__main__":
    PICTURE.write_text(picture(), encoding="utf-8")
