"""Spark: clean a column with `mapInPandas`. The cleaner travels to the executors, which need the same release."""

from collections.abc import Iterator

import pandas as pd
from pyspark.sql import DataFrame

from cleaner import Cleaner


def cleaned(frame: DataFrame, cleaner: Cleaner) -> DataFrame:
    def clean(batches: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        for batch in batches:
            urls = batch["url"].astype(object).where(batch["url"].notna(), None)
            results = cleaner.clean_many(batch["text"].fillna(""), urls)
            yield batch.assign(text=[result.text for result in results])

    return frame.mapInPandas(clean, frame.schema)
