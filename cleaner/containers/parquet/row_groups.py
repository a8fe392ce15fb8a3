"""Groups of rows: read batch by batch, and written as they were grouped."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from cleaner.containers.compression import BOMB_BYTES, BOMB_RATIO
from cleaner.corpus.digesting import Digesting
from cleaner.errors import DocumentError, not_installed

# Bytes of a batch by the mean size of a row, and its rows at most: the look-ahead holds whole batches, and a value that
# is stored once, as in a dictionary, may stand in each row. Chosen by hand.
BATCH_BYTES, BATCH_ROWS = 2_000_000, 128
# Bytes of a group that is held until it is written; one that is larger becomes several. Chosen by hand.
GROUP_BYTES = 24_000_000
# Values that are encoded before the size of a page is looked at: pyarrow's 1,024 make pages of 100 MB of web pages.
# Chosen by hand.
PAGE_VALUES = 32
# Bytes read at once from each column; whole columns of a group would be held without.
READ_BYTES = 1 << 20


def open_parquet(stream: BinaryIO) -> Any:
    """The open table. Raises `DocumentError` if it cannot be read."""
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise not_installed("Parquet", "pyarrow", "parquet") from error
    if not stream.seekable():
        raise DocumentError("pipe", "Parquet is read from its end, so it cannot come through a pipe; name a file")
    try:
        return ParquetFile(stream, pre_buffer=False, buffer_size=READ_BYTES)
    except (ArrowException, OSError) as error:
        raise DocumentError("damaged", f"it cannot be read as Parquet: {error}") from error


def batches(file: Any) -> Iterator[tuple[int, int, Any]]:
    """All rows: the number of their group, the number of the first row, counted from one, and a batch of them.

    For a group that cannot be read further, why stands in the place of the batch, and the next group follows.
    """
    from pyarrow import ArrowException

    first = 1
    for group in range(file.num_row_groups):
        about = file.metadata.row_group(group)
        size = about.total_byte_size // max(1, about.num_rows)
        rows = max(1, min(BATCH_ROWS, BATCH_BYTES // max(1, size)))
        read = file.iter_batches(batch_size=rows, row_groups=[group], use_threads=False)
        number = first
        if _is_bomb(about):
            yield group, number, f"it unpacks to more than {BOMB_RATIO} times its bytes, as only a bomb does"
            read = ()
        try:
            for batch in read:
                yield group, number, batch
                number += batch.num_rows
        except (ArrowException, OSError) as error:
            yield group, number, str(error)
        first += about.num_rows


def _is_bomb(group: Any) -> bool:
    columns = [group.column(n) for n in range(group.num_columns)]
    packed = sum(column.total_compressed_size for column in columns)
    unpacked = sum(column.total_uncompressed_size for column in columns)
    return bool(unpacked > max(BOMB_BYTES, BOMB_RATIO * packed))


class Groups:
    """Writes batches in the groups of the table that they come from, with its schema, metadata and compression."""

    def __init__(self, file: Any, schema: Any, out: BinaryIO | Digesting) -> None:
        from pyarrow.parquet import ParquetWriter

        about = file.metadata
        groups = range(about.num_row_groups)
        columns = [about.row_group(group).column(n) for group in groups[:1] for n in range(about.num_columns)]
        codecs = {column.path_in_schema: column.compression for column in columns}
        codecs = {path: "NONE" if codec == "UNCOMPRESSED" else codec for path, codec in codecs.items()}
        compression: Any = codecs if len({*codecs.values()}) > 1 else next(iter(codecs.values()), "SNAPPY")
        self._writer = ParquetWriter(
            out,
            schema,
            compression=compression,
            write_batch_size=PAGE_VALUES,
            version=about.format_version if about.format_version in ("1.0", "2.4", "2.6") else "2.6",
            use_deprecated_int96_timestamps=any(column.physical_type == "INT96" for column in columns),
            store_schema=b"ARROW:schema" in (about.metadata or {}),
        )
        self._schema = schema
        self._held: list[Any] = []
        self._group = 0

    def add(self, batch: Any, group: int) -> None:
        """Write a batch of this group, once the group is whole."""
        if group != self._group or sum(held.nbytes for held in self._held) > GROUP_BYTES:
            self._flush()
        self._group = group
        self._held.append(batch)

    def close(self) -> None:
        """Write the last group, and the end of the table."""
        self._flush()
        self._writer.close()

    def _flush(self) -> None:
        from pyarrow import Table

        if self._held:
            table = Table.from_batches([held.cast(self._schema) for held in self._held], self._schema)
            self._writer.write_table(table, row_group_size=table.num_rows)
        self._held = []


def is_text(kind: Any) -> bool:
    """Whether a type of columns is text, written once for all rows or for each."""
    from pyarrow import types

    kind = kind.value_type if types.is_dictionary(kind) else kind
    return bool(types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind))


def is_bytes(kind: Any) -> bool:
    """Whether a type of columns is bytes."""
    from pyarrow import types

    return bool(types.is_binary(kind) or types.is_large_binary(kind) or types.is_binary_view(kind))


def values(batch: Any, place: int) -> list[bytes | None]:
    """The bytes of a column: those of a text need not be UTF-8."""
    import pyarrow as pa

    column = batch.column(place)
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    return list(column.cast(pa.large_binary()).to_pylist())


def column_like(column: Any, before: list[bytes | None], new: list[bytes | None]) -> Any:
    """A column of the same type with new values; the very column if none is new."""
    import pyarrow as pa

    if before == new:
        return column
    made = pa.array(new, pa.large_binary())
    if not pa.types.is_dictionary(column.type):
        return made.cast(column.type, safe=False)
    return made.cast(column.type.value_type, safe=False).dictionary_encode().cast(column.type)
