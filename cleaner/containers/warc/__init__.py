"""WARC and WET, record by record. Alone imports fastwarc."""
