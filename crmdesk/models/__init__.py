"""SQLAlchemy 2 typed entities and the rules of the field as methods on them. No session, no query, no Qt."""
