"""What the make targets call: plain standard-library Python, no part of the program."""
