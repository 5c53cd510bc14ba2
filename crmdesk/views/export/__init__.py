"""The export to a database from the window: where to, what would be written, progress, report (docs/export.md)."""
