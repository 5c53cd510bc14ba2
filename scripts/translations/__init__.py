"""Brings the catalogues in resources/translations up to the texts in the source (`make translations`)."""
