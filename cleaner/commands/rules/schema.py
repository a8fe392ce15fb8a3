"""`cleaner rules schema`: prints the JSON Schema of rule files."""

import sys
from pathlib import Path

from cleaner.authoring.schema import schema_text
from cleaner.corpus.writing import write_new


def write_schema(output: Path | None) -> None:
    """Write the JSON Schema to a new file, or to standard output."""
    if output is None:
        sys.stdout.write(schema_text())
    else:
        write_new(output, schema_text().encode())
