"""Measurements, each as a ratio to its floor in the same run: `make bench`, `docs/performance.md`. Timings are never tests."""
