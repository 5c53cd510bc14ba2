"""A tree of any size shown as a flat list of its visible rows, loaded page by page."""
