"""Pictures of hierarchies: org chart, icicle and treemap; layouts are pure functions, one widget shows and one module exports them.

`chart.HierarchyChart` is what a screen uses; it hands over a `hierarchy.Hierarchy` and the categories it is coloured by.
"""
