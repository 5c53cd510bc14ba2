"""Labels that are fitted once and painted often: widths by character, lines as static texts, kept while the picture stays."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText

from crmdesk.ui.charts.fitting_text import fit

_MEASURED_AT: Final = 64
_STEP: Final = 5
"""Widths are rounded down to this many pixels, so that zooming does not fit every label anew at every step."""
_KEPT: Final = 6_000


class Labels:
    """Fitted texts of one font family; GUI thread only.

    Widths are added up from those of single characters at one size: hundreds of names a frame are measured without asking Qt.
    """

    def __init__(self, font: QFont) -> None:
        self._base = QFont(font)
        measured = QFont(font)
        measured.setPixelSize(_MEASURED_AT)
        self._metrics = QFontMetricsF(measured)
        self._widths: dict[str, float] = {}
        self._fonts: dict[int, tuple[QFont, float]] = {}
        self._texts: dict[tuple[str, int, int, int], tuple[QStaticText, ...]] = {}

    def font(self, pixels: int) -> tuple[QFont, float]:
        """Return the font of a size, and the height of its lines."""
        found = self._fonts.get(pixels)
        if found is None:
            font = QFont(self._base)
            font.setPixelSize(pixels)
            found = self._fonts[pixels] = (font, QFontMetricsF(font).height())
        return found

    def width(self, text: str) -> float:
        """Return how wide a text is in a font of one pixel; a little too much, never too little, with kerning."""
        widths = self._widths
        total = 0.0
        for character in text:
            width = widths.get(character)
            if width is None:
                width = widths[character] = self._metrics.horizontalAdvance(character) * 1.01 / _MEASURED_AT
            total += width
        return total

    def lines(self, text: str, width: float, most: int, pixels: int) -> tuple[QStaticText, ...]:
        """Return the lines of a text within a width, at most so many, in a size."""
        steps = int(width) // _STEP
        key = (text, steps, most, pixels)
        found = self._texts.get(key)
        if found is None:
            if len(self._texts) >= _KEPT:
                self._texts.clear()
            font = self.font(pixels)[0]
            found = tuple(self._static(line, font) for line in fit(text, steps * _STEP / pixels, most, self.width))
            self._texts[key] = found
        return found

    @staticmethod
    def _static(text: str, font: QFont) -> QStaticText:
        static = QStaticText(text)
        static.setTextFormat(Qt.TextFormat.PlainText)
        static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        static.prepare(font=font)
        return static
