"""Works on many items in processes that can be killed. Knows nothing of documents."""
