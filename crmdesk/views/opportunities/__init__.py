"""Opportunities on the screen: the tab of a site, the page, the dialog."""
