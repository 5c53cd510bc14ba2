"""WORKAROUND: PySide6 6.12.0 on Python 3.11 and older gives `None`, `True` and `False` back without counting the reference.

Its binary wheels are built as if these were immortal, which they are only since Python 3.12 (PEP 683): each call of a Qt method that returns
nothing takes one reference from `None`, and after some 5,000 the process dies with "none_dealloc: deallocating None" (seen after two
seconds of painting). Remove together with support for Python 3.11, or when a later PySide6 counts again
(`tests/ui/test_pyside_constants.py` tells).
"""

import sys
from typing import Final

_FAR_FROM_ZERO: Final = 1 << 40  # a billion lost references a day for three years


def keep_constants_alive() -> None:
    """Give the constants so many references that none can be missed; without effect where they are immortal."""
    if sys.version_info >= (3, 12) or sys.getrefcount(None) > _FAR_FROM_ZERO // 2:
        return
    import ctypes

    for constant in (None, True, False):
        ctypes.c_ssize_t.from_address(id(constant)).value += _FAR_FROM_ZERO
