"""polars: clean a column; `lazy_frame.map_batches(lambda frame: cleaned(frame, cleaner))` does it lazily."""

import polars as pl

from cleaner import Cleaner


def cleaned(frame: pl.DataFrame, cleaner: Cleaner) -> pl.DataFrame:
    results = cleaner.clean_many(frame["text"].fill_null(""), frame["url"])
    return frame.with_columns(pl.Series("text", [result.text for result in results], pl.String))
