"""Preferences, classifications, people, backups and the care of the file: one calm page, everything takes effect at once."""
