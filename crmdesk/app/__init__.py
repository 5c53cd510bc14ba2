"""Composition root: start, command line, paths, logging, crash handling, schedules."""
