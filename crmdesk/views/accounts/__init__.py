"""The accounts page: the tree of companies and sites, and the record beside it."""
