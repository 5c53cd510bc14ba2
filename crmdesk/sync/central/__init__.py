"""The centre: PostgreSQL, its schema, its functions, and the only code that speaks to it."""
