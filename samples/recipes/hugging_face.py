"""Hugging Face `datasets`: clean a column in two processes. With the same rules, the next run reads its cache."""

from datasets import Dataset

from cleaner import Cleaner


def clean(batch: dict[str, list[str]], cleaner: Cleaner) -> dict[str, list[str]]:
    return {"text": [result.text for result in cleaner.clean_many(batch["text"], batch["url"])]}


def cleaned(dataset: Dataset, cleaner: Cleaner) -> Dataset:
    """As an argument, the cleaner counts in the fingerprint of the cache; as a global of a module it would not."""
    return dataset.map(clean, batched=True, num_proc=2, fn_kwargs={"cleaner": cleaner})
