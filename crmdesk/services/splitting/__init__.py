"""Splitting accounts that hold several addresses into sites: proposed, corrected by a person, applied in one step, undone in one step."""
