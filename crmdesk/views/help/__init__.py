"""About the program, and its keys at a glance."""
