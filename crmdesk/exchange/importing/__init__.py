"""Importing a table into the store: reading rows, finding who they mean, writing all of it or nothing, reporting."""
