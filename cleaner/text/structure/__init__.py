"""Structure that is part of a text whatever its lines look like: code, tables, verse, dialogue, lists and the like."""
