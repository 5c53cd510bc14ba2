"""The search index: one contentless FTS5 table in the store, written by the unit of work and asked while a person types."""
