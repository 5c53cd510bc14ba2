"""Makes a fresh clone ready to work: interpreter, virtual environment, locked packages, Qt's system libraries, translations."""
