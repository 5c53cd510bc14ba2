"""A whole window sets language and look of the application; the next test finds them as they were."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.fixture
def kept_look(qapp: "QApplication") -> Iterator[None]:
    """Give back locale, palette and style sheet at the end of the test."""
    from PySide6.QtCore import QLocale

    locale, palette, style_sheet = QLocale(), qapp.palette(), qapp.styleSheet()
    yield
    QLocale.setDefault(locale)
    qapp.setStyleSheet(style_sheet)
    qapp.setPalette(palette)
