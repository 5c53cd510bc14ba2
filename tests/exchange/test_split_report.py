"""The report of a split in a file."""

import csv
from pathlib import Path

from crmdesk.exchange.split_report import kind_name, write_split_report
from crmdesk.models.splitting.reasons import STAYS, place_in_text
from crmdesk.services.splitting.service import ReportRow


def test_a_line_for_each_record_and_nothing_a_spreadsheet_would_run(tmp_path: Path) -> None:
    rows = [
        ReportRow("=cmd()", "activity", "+SUM(A1)", "@there", is_staying=False, reason=place_in_text("昆山", 0.7)),
        ReportRow("艾克米", "case", "x", "艾克米", is_staying=True, reason=STAYS),
    ]
    assert write_split_report(tmp_path / "report.csv", rows) == 2
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        _head, first, second = csv.reader(file)
    assert first == [
        "'=cmd()",
        "Activity",
        "'+SUM(A1)",
        "'@there",
        "Its text says “昆山”, which is true of this site alone.",
        "70%",
    ]
    assert second[1] == "case"


def test_words_are_the_reader_s(tmp_path: Path) -> None:
    write_split_report(
        tmp_path / "report.csv", [ReportRow("a", "site", "b", "c", True, STAYS)], lambda _context, text: text.upper()
    )
    assert "NOTHING SAYS WHERE IT BELONGS" in (tmp_path / "report.csv").read_text(encoding="utf-8-sig")
    assert kind_name("unit", lambda context, text: f"{context}: {text}") == "vocabulary: Floor or department"
