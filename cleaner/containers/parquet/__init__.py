"""Parquet, read and written a few rows at a time. Alone imports pyarrow."""
