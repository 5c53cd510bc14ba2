"""The child of `test_working_day`: the whole program in a process of its own, driven through its window, so that it can be killed.

`working_day.py morning FILE` imports a file through the window, finds a site by typing, sets its elements, saves, says so and waits.
`working_day.py next-day` opens the window again and tells what it finds.
"""

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from crmdesk.app.options import WindowOptions
from crmdesk.app.stage_play import settle, wait_until, window_on
from crmdesk.app.window import WindowApplication
from crmdesk.core.vocabulary import Taxonomy
from crmdesk.exchange.importing.request import ImportRequest
from crmdesk.exchange.mapping_proposal import propose_mapping
from crmdesk.exchange.mapping_store import presets
from crmdesk.exchange.table_source import open_table
from crmdesk.services.record_key import RecordKey

if TYPE_CHECKING:
    from crmdesk.exchange.importing.report import ImportReport
    from crmdesk.views.accounts.page import AccountsPage


def say(**what: object) -> None:
    """Tell the parent something, at once."""
    sys.stdout.write(json.dumps(what) + "\n")
    sys.stdout.flush()


def page_of(owner: WindowApplication) -> "AccountsPage":
    from crmdesk.views.accounts.page import AccountsPage

    page = owner.window.page("accounts")
    assert isinstance(page, AccountsPage)
    return page


def import_file(owner: WindowApplication, file: Path) -> "ImportReport":
    """Import a file as the wizard's last step does."""
    source = open_table(file)
    mapping = propose_mapping(source.headers, [row.cells for row in source.preview()], presets()).mapping
    desk = owner.context.imports
    assert desk is not None
    reports: list[ImportReport] = []
    watcher = QObject(owner)
    desk.begin(ImportRequest(source, mapping, dry_run=False), watcher).finished.connect(reports.append)
    wait_until(lambda: bool(reports), "the import")
    return reports[0]


def find(owner: WindowApplication, typed: str) -> None:
    """Type into the search box and open the first hit with Enter."""
    from crmdesk.ui.search_box.box import SearchBox

    owner.window.focus_search()
    box = owner.window.findChild(SearchBox)
    assert box is not None
    QTest.keyClicks(box, typed)
    settle(owner)
    QTest.keyClick(box, Qt.Key.Key_Return)
    settle(owner)


def morning(store: Path, file: Path) -> None:
    """Import, find, set the elements, save; then wait to be killed."""
    with window_on(WindowOptions(store=store, unencrypted=True)) as owner:
        report = import_file(owner, file)
        settle(owner)
        find(owner, "maliandaodian")
        page = page_of(owner)
        key = page.record.key
        assert key is not None
        form = page.record.overview.form
        industry = next(term.id for term in owner.context.services.taxonomies.terms(Taxonomy.INDUSTRY) if term.code == "5212")
        for field, value in (
            ("grade", "A"),
            ("customer_kind", "end-customer"),
            ("industry_id", industry),
            ("phone", "010-63271234"),
        ):
            form.set_value(field, value)
            form.edited.emit(field, value)
        page.record.save()
        settle(owner)
        say(saved=str(key), rows=report.rows)
        while True:
            time.sleep(1)


def next_day(store: Path, key: str) -> None:
    """Start again and tell what is there."""
    with window_on(WindowOptions(store=store)) as owner:
        page = page_of(owner)
        page.open_record(key)
        settle(owner)
        record = owner.context.services.accounts.open(RecordKey.parse(key))
        say(
            values=dict(record.values),
            shown=page.record.overview.form.values()["phone"],
            path=[part.name for part in record.path],
        )


def main() -> None:
    """Play the part named on the command line."""
    part, store, rest = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    if part == "morning":
        morning(store, Path(rest))
    else:
        next_day(store, rest)


if __name__ == "__main__":
    main()
