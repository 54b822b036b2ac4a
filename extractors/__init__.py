"""Text in, rows out: pure functions from articles to claims, and from claims to one calendar of events."""
