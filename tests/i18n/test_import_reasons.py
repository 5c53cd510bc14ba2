"""Why rows are refused, and what an import remarks, in the language of the person."""

from typing import TYPE_CHECKING

import pytest

from crmdesk.core.errors import CrmError
from crmdesk.exchange.fields import FIELDS
from crmdesk.exchange.importing import account_rows
from crmdesk.exchange.importing.refusals import REASONS, reason_sentence
from crmdesk.exchange.importing.report import ImportReport, RefusedRow
from crmdesk.views.imports.report_view import ReportView
from crmdesk.views.imports.report_words import reason, refusal_words, warning

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from crmdesk.ui.languages import Languages

PARAMS: dict[str, str | int] = {
    "value": "§1",
    "choices": "§2",
    "limit": 7,
    "length": 8,
    "code": "§3",
    "longest": 9,
    "name": "§4",
    "cells": 5,
}
CHINESE = pytest.mark.parametrize("language", ["zh_CN", "zh_TW"])


def _has_latin(text: str) -> bool:
    return any(char.isascii() and char.isalpha() for char in text.replace("A–Z", ""))


@CHINESE
@pytest.mark.parametrize("error", REASONS)
def test_every_reason_is_told_in_chinese(language: str, error: type[CrmError], languages: "Languages") -> None:
    languages.use(language)
    label = FIELDS["company.headcount"].label
    row = RefusedRow(3, "", label, error.template, PARAMS)
    field, sentence = reason(row)
    written = reason_sentence(label, error.template, PARAMS, refusal_words())
    assert not _has_latin(field + sentence + written)
    assert field in written
    assert sentence in written


@CHINESE
def test_remarks_on_parents_are_told_in_chinese(language: str, languages: "Languages") -> None:
    languages.use(language)
    assert not any(_has_latin(warning(text)) for text in (account_rows._UNKNOWN_PARENT, account_rows._CIRCLE))


def test_a_row_refused_as_a_whole_has_its_reason_in_the_right_column(languages: "Languages", qtbot: "QtBot") -> None:
    languages.use("zh_CN")
    report = ImportReport(dry_run=True, refused_count=1)
    cells = next(error for error in REASONS if "{cells}" in error.template)
    report.refused.append(RefusedRow(8, cells(cells=2).message, "", cells.template, {"cells": 2}))
    view = ReportView()
    qtbot.addWidget(view)
    view.show_report(report, "")
    shown = [view._model.index(0, column).data() for column in range(3)]
    assert shown == ["8", "", "单元格比列多（2）。该行缺少引号或分隔符。"]
