"""Choosing one of many: from a tree or a list of options, by typing any part of a name or code."""
