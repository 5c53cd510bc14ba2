"""One-way export of a store into a plain schema of a central database, for those who only collect (docs/export.md)."""
