"""One file per format of the store, oldest first."""
