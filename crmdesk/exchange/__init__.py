"""Files in and out: reading tables, mapping columns, validation, preview, import."""
