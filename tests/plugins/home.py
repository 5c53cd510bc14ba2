"""Each test has its own data and configuration folders: nobody's store or settings are read or written."""

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def crmdesk_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that stands for everything appdirs would name; the program is pointed at it by `CRMDESK_HOME`."""
    home = tmp_path / "crmdesk-home"
    monkeypatch.setenv("CRMDESK_HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "xdg-config"))  # QSettings; the cache stays, fontconfig's is slow to make
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "xdg-data"))
    return home
