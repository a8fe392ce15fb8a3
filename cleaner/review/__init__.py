"""A local page in the browser, in which documents are looked at one by one and rules for them are written."""
