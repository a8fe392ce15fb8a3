"""The original of a clean table in Parquet."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from cleaner.containers.column import COLUMN, undone
from cleaner.containers.parquet.row_groups import Groups, batches, column_like, open_parquet, values
from cleaner.corpus.digesting import Digesting
from cleaner.corpus.marks import MarksError
from cleaner.errors import DocumentError


def originals_of(stream: BinaryIO, name: str, out: Digesting) -> Iterator[tuple[str, str]]:
    """Write the original table; gives the name of each row that stays as it is, and why."""
    file = open_parquet(stream)
    schema = file.schema_arrow
    if schema.names[-1] != COLUMN:
        raise DocumentError("not-clean", f"its last column is not {COLUMN!r}")
    groups, added = None, 1
    for group, number, batch in batches(file):
        if isinstance(batch, str):
            yield f"{name}:{number}", batch
            continue
        columns = batch.column(len(schema) - 1).to_pylist()
        if groups is None:
            pages = [column for column in columns if column and column["page"]]
            added = 2 + len(pages[0].get("about") or ()) if pages else 1
            groups = Groups(file, _without_last(schema, added), out)
        faults: dict[int, str] = {}
        original = batch if added > 1 else _original(batch, columns, faults)
        yield from ((f"{name}:{number + index}", fault) for index, fault in faults.items())
        groups.add(original.select(range(len(schema) - added)), group)
    groups = groups or Groups(file, _without_last(schema, 1), out)
    groups.close()


def _without_last(schema: Any, number: int) -> Any:
    for _ in range(number):
        schema = schema.remove(len(schema) - 1)
    return schema


def _original(batch: Any, columns: list[Any], faults: dict[int, str]) -> Any:
    """The batch with its original texts; why a row has none goes to `faults`, under its index."""
    field = next((column["field"] for column in columns if column), None)
    if field not in batch.schema.names:
        faults.update(dict.fromkeys(range(batch.num_rows), f"it has no field {field!r}"))
        return batch
    place = batch.schema.names.index(field)
    before = values(batch, place)
    after = [*before]
    for index, (text, column) in enumerate(zip(before, columns, strict=True)):
        if column is None:
            faults[index] = f"its column {COLUMN!r} is empty"
        elif text is not None and column["original"] is not None:
            try:
                after[index] = undone(text.decode(), column).encode()
            except (MarksError, UnicodeDecodeError) as error:
                faults[index] = str(error)
    return batch.set_column(place, batch.schema.field(place), column_like(batch.column(place), before, after))
