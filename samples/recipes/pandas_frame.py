"""pandas: clean a column, and keep why a text may not be used as it is. A missing text becomes an empty one."""

import pandas as pd

from cleaner import Cleaner


def cleaned(frame: pd.DataFrame, cleaner: Cleaner) -> pd.DataFrame:
    urls = frame["url"].astype(object).where(frame["url"].notna(), None)
    results = list(cleaner.clean_many(frame["text"].fillna(""), urls))
    return frame.assign(
        text=[result.text for result in results],
        status=[str(result.status) for result in results],
        removed=[result.removed_characters for result in results],
    )
