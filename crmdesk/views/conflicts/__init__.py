"""The page of conflicts and waiting edits, and the band on a record that has some."""
