"""Makes review_page.png, the picture of `cleaner review` in README: `python tests/pictures/review_page.py`.

Needs Chromium, and the extra `test-browser`.
"""

import signal
import subprocess
import sys
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parent.parent.parent
PICTURE = Path(__file__).with_suffix(".png")
SHOWN = "flattened-page"
# Pixels: as wide as a README, and few, as each costs bytes. Chosen by hand.
SIZE = {"width": 900, "height": 480}


def write_samples(folder: Path) -> int:
    """Copy the text of each sample into the folder, under the name of the sample; gives how many there are."""
    originals = sorted((ROOT / "samples").glob("*/original.txt"))
    for original in originals:
        copyfile(original, folder / f"{original.parent.name}.txt")
    return len(originals)


def picture() -> bytes:
    """The page of a review of the samples in Chromium, as PNG."""
    from in_browser import chromium, page_of, playwright

    with TemporaryDirectory() as folder:
        count = write_samples(Path(folder))
        command = [sys.executable, "-m", "cleaner", "review", ".", "--no-browser", "--isolated", "--quiet"]
        with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as review:
            assert review.stdout
            address = review.stdout.readline().strip()
            with chromium() as browser, page_of(browser, address, SIZE) as page:
                playwright.expect(page.locator("#progress")).to_have_text(f"{count} documents")
                playwright.expect(page.locator("#to-decide")).to_have_text("To decide (0)")
                page.get_by_role("button", name=SHOWN).click()
                playwright.expect(page.locator("#name")).to_contain_text(SHOWN)
                taken = page.screenshot()
            review.send_signal(signal.SIGINT)
    assert isinstance(taken, bytes)
    return taken


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT / "tests"))
    PICTURE.write_bytes(picture())
