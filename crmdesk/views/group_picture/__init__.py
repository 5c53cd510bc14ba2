"""The whole group as a picture: org chart, icicle or treemap of a company with everything below it, in a window beside the records.

`window.open_group_picture` is the way in.
"""
