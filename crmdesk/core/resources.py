"""Where the files that ship with the program lie: in a clone, in an installed wheel, in a PyInstaller bundle."""

import sys
from functools import cache
from pathlib import Path


@cache
def resource_root() -> Path:
    """Return the folder that holds `industry/`, `demo/`, `icons/` and `translations/`.

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    package = Path(__file__).resolve().parents[1]
    bundle = getattr(sys, "_MEIPASS", None)
    candidates = [Path(bundle) / "resources"] if bundle else []
    candidates += [package.parent / "resources", package / "_resources"]
    for folder in candidates:
        if folder.is_dir():
            return folder
    raise FileNotFoundError(candidates[0])


def resource_path(*parts: str) -> Path:
    """Return the path of one shipped file or folder."""
    return resource_root().joinpath(*parts)
