"""The system's UI font with the right Chinese fallbacks, and the few sizes in use (`look.md`, Type)."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo

_SIMPLIFIED: Final = ("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei")
_TRADITIONAL: Final = ("Microsoft JhengHei UI", "PingFang TC", "Noto Sans CJK TC", "Source Han Sans TC")
# The same code point is drawn differently in Beijing and in Taipei, so the reader's language decides which comes first.
_FALLBACKS: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {"zh_TW": (*_TRADITIONAL, *_SIMPLIFIED), "zh_CN": (*_SIMPLIFIED, *_TRADITIONAL)}
)


class TextSize(Enum):
    """Pixel size and weight of a kind of text."""

    SMALL = (12, QFont.Weight.Normal)
    BODY = (13, QFont.Weight.Normal)
    STRONG = (13, QFont.Weight.DemiBold)
    RECORD_TITLE = (15, QFont.Weight.DemiBold)
    PAGE_TITLE = (18, QFont.Weight.DemiBold)


_SCRIPTS: Final[Mapping[str, QFontDatabase.WritingSystem]] = MappingProxyType(
    {
        "zh_TW": QFontDatabase.WritingSystem.TraditionalChinese,
        "zh_CN": QFontDatabase.WritingSystem.SimplifiedChinese,
    }
)


def body_font(language: str) -> QFont:
    """Return the application's font for a reader of `language` (`zh_CN`, `zh_TW` or `en`).

    The system's, but for a Chinese reader whose system has one without Chinese (a bare Linux): a Chinese face that is installed then
    comes first. As a fallback each of its characters would be looked for in the system's font before, twice the cost of a text.
    """
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    fallbacks = _FALLBACKS.get(language, _FALLBACKS["zh_CN"])
    first: list[str] = []
    script = _SCRIPTS.get(language)
    if script is not None and script not in QFontDatabase.writingSystems(QFontInfo(font).family()):
        first = [family for family in fallbacks if QFontDatabase.hasFamily(family)][:1]
    font.setFamilies(list(dict.fromkeys((*first, *font.families(), *fallbacks))))
    font.setPixelSize(TextSize.BODY.value[0])
    return font


def sized(font: QFont, size: TextSize) -> QFont:
    """Return `font` in another size and weight."""
    pixels, weight = size.value
    changed = QFont(font)
    changed.setPixelSize(pixels)
    changed.setWeight(weight)
    return changed


def tabular(font: QFont) -> QFont:
    """Return `font` with figures of one width, for columns of numbers."""
    changed = QFont(font)
    changed.setFeature(QFont.Tag("tnum"), 1)
    return changed
