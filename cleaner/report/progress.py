"""A progress bar on stderr. Imports rich, so it is itself imported only when a bar is shown."""

import sys
import time

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from cleaner.report.plural import counted
from cleaner.report.terminal import coloured

# Seconds between two drawings, chosen by hand.
REDRAW_AFTER = 0.1
# Rates below this, in items a second, are shown with one decimal.
WHOLE_FROM = 10


class RateColumn(ProgressColumn):
    """Items for each second of the last half minute."""

    def __init__(self, noun: str) -> None:
        super().__init__()
        self._noun = noun

    def render(self, task: Task) -> Text:
        if not task.speed:  # not known before the second item
            return Text()
        return Text(f"{task.speed:,.{0 if task.speed >= WHOLE_FROM else 1}f} {self._noun}s/s")


class Bar:
    """How many of `total` items are done, how many a second, and the time left. No thread draws it: runs fork."""

    def __init__(self, total: int | None, noun: str) -> None:
        of_all = noun + "s" if total is None else f"of {counted(total, noun)}"
        self._progress = Progress(
            BarColumn(bar_width=20),  # so that the line fits into 80 columns
            TextColumn(f"{{task.completed:,.0f}} {of_all}"),
            RateColumn(noun),
            TimeRemainingColumn(),
            TextColumn("left"),
            console=Console(file=sys.stderr, force_terminal=True, no_color=not coloured(sys.stderr)),
            auto_refresh=False,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._progress.add_task("", total=total)
        self._drawn = 0.0

    def show(self, done: int) -> None:
        """Set the number of items that are done, and draw the bar if it is due."""
        self._progress.update(self._task, completed=done)
        now = time.monotonic()
        if now - self._drawn >= REDRAW_AFTER:
            self._drawn = now
            if self._progress.live.is_started:
                self._progress.refresh()
            else:
                self._progress.start()

    def hide(self) -> None:
        """Erase the bar; the next call of `show` that is due draws it again."""
        self._progress.stop()
