"""The one string, what is known of it, and the marks on it: decoded, cut into lines and zones, resolved, sewn."""
