"""Tables of any length: columns as data, pages on demand, one view with a column chooser and copy."""
