"""Dated entries grouped by day: history of a record, activities."""
