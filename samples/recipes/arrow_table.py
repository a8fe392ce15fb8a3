"""Arrow: clean a column of a table, as for Ray Data's `map_batches(..., batch_format="pyarrow")`. Nulls stay null."""

import pyarrow as pa

from cleaner import Cleaner


def clean_table(table: pa.Table, cleaner: Cleaner) -> pa.Table:
    texts, urls = table["text"].to_pylist(), table["url"].to_pylist()
    results = cleaner.clean_many([text or "" for text in texts], urls)
    clean = [None if text is None else result.text for text, result in zip(texts, results, strict=True)]
    place = table.schema.get_field_index("text")
    return table.set_column(place, table.schema.field(place), pa.array(clean, table.schema.field(place).type))
