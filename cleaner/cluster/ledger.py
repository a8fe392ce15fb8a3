"""What a run on a cluster was begun with: only the same run may go on."""

import json
from collections.abc import Mapping, Sequence

from datatrove.io import DataFolder

from cleaner.errors import UsageError

RUN = "run.json"
FILES = "files.txt"


def begin(logs: DataFolder, run: Mapping[str, str | int], files: Sequence[str]) -> str:
    """Note with what a run begins, and give the path of the list of its files. Raises `UsageError` if it differs.

    Tasks that are done are told by their number, and which files a task has depends on all files and on how many tasks
    there are. So another run into the same folder would leave documents out.
    """
    listed = "".join(f"{file}\n" for file in files)
    before = _noted(logs)
    if before:
        changed = [
            f"{name} {before.get(name)}, now {value}" for name, value in run.items() if before.get(name) != value
        ]
        if logs.cat_file(FILES) != listed.encode():
            changed.append("other files")
        if changed:
            raise UsageError(f"{logs.path} tells of a run begun with {'; '.join(changed)}; give another OUTPUT")
    else:
        with logs.open(FILES, "wb") as out:
            out.write(listed.encode())
        with logs.open(RUN, "wb") as out:
            out.write(json.dumps(run, indent=1).encode())
    return str(logs.resolve_paths(FILES))


def _noted(logs: DataFolder) -> dict[str, str | int]:
    """With what the run was begun; empty if none was, or it was killed before any task began."""
    try:
        noted: dict[str, str | int] = json.loads(logs.cat_file(RUN))
    except (FileNotFoundError, ValueError):
        return {}
    return noted
