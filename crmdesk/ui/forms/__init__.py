"""Property forms: reading and editing are the same page, problems stand beside their field."""
