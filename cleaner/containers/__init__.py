"""Files of many records: JSON Lines and the like. Each is read record by record, and written with clean texts."""
