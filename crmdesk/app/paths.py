"""Where crmdesk keeps its files on this machine (appdirs); `CRMDESK_HOME` puts everything into one folder instead."""

import os
from pathlib import Path
from typing import Final

HOME_VARIABLE: Final = "CRMDESK_HOME"


def _folder(kind: str) -> Path:
    home = os.environ.get(HOME_VARIABLE)
    if home:
        return Path(home) / kind
    import appdirs

    return Path(getattr(appdirs, f"user_{kind}_dir")("crmdesk", appauthor=False))


def data_folder() -> Path:
    """Return the folder of stores and backups."""
    return _folder("data")


def config_folder() -> Path:
    """Return the folder of preferences and remembered import mappings."""
    return _folder("config")


def log_folder() -> Path:
    """Return the folder of logs and crash reports."""
    return _folder("log")


def settings_file() -> Path:
    """Return the file of preferences."""
    return config_folder() / "settings.toml"


def mappings_folder() -> Path:
    """Return the folder of remembered import mappings."""
    return config_folder() / "mappings"


def refused_folder() -> Path:
    """Return the folder of rows an import refused, until they are saved elsewhere or thrown away."""
    return data_folder() / "refused"


def default_store() -> Path:
    """Return the store opened when no other is named."""
    return data_folder() / "crmdesk.store"


def demo_store() -> Path:
    """Return the store of the demo, apart from the real one."""
    return data_folder() / "demo.store"
