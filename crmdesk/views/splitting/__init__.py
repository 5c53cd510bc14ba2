"""Splitting accounts into sites: what to split, the plan to look at and correct, what it would do, and doing it."""
