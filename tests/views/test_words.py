"""Words at the edge."""

from datetime import UTC, datetime

from PySide6.QtCore import QLocale

from crmdesk.core.vocabulary import LABELS
from crmdesk.views.words import size_text, time_text, word


def test_every_vocabulary_value_has_a_word(qtbot: object) -> None:
    assert all(word(value) for value in LABELS)


def test_times_and_sizes_are_written_in_the_present_language(qtbot: object) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("zh_CN"))
    try:
        assert "2026" in time_text(datetime(2026, 11, 22, 9, 30, tzinfo=UTC))
        assert size_text(1_048_576).startswith("1.0")
    finally:
        QLocale.setDefault(before)
