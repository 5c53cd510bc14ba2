"""Keeps PySide6 from reading the source of every module that is imported after it, which doubles the time of an import.

PySide6 looks for its own name in each source, in case the module chose `snake_case` or `true_property` from `__feature__`.
Ours choose neither, and others' modules do not know PySide6: their name tells as much as their source.
"""

import sys
from types import ModuleType
from typing import Final

import PySide6.QtCore  # noqa: F401 - what installs the look into sources

_FEATURES: Final = "shibokensupport.feature"
_LOOK: Final = "_mod_uses_pyside"


def tell_by_name() -> None:
    """Tell modules that use PySide6 by their name from now on; does nothing where PySide6 does not look into sources."""
    features = sys.modules.get(_FEATURES)
    if features is not None and hasattr(features, _LOOK):
        setattr(features, _LOOK, _is_ours)


def _is_ours(module: ModuleType) -> bool:
    return module.__name__.partition(".")[0] == "crmdesk"
