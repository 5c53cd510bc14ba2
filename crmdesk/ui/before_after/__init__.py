"""Before and after, field by field: for conversion, merge, split, conflict, import and history."""
