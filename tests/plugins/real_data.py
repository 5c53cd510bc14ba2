"""The real data beside the repository, for tests that mean real input."""

from pathlib import Path
from typing import Final

import pytest

REAL_DATA: Final = Path(__file__).resolve().parents[3] / "shared" / "data"


@pytest.fixture(scope="session")
def real_data() -> Path:
    """Return the folder `../shared/data` (see its README.md); the test is skipped where it is absent."""
    if not REAL_DATA.is_dir():
        pytest.skip(f"the real data are not at {REAL_DATA}")
    return REAL_DATA
