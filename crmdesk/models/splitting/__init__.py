"""Splitting an account into sites, as pure rules: which places its addresses are, and where each child belongs (`facts.md` §1)."""
