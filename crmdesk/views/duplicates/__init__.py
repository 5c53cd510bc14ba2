"""Duplicates: the page that walks through groups of records that may be one, and what a form shows while somebody types."""
