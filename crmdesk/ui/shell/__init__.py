"""The main window's frame, ready for any program: navigation, top row, pages, messages, undo bar, status line.

It paints before any page is built: pages come from factories, called when a page is first shown.
"""
