"""Plain Python that every layer shares: vocabulary, ids, clock, errors, changes, list queries, settings. No SQL, no Qt."""
