"""What every test gets; see `tests/conftest.py`."""
