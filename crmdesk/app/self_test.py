"""`crmdesk --self-test`: does this installation hold together? Run on the finished bundle, where a forgotten file shows here first."""

import os
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from crmdesk.app import paths
from crmdesk.app.options import WindowOptions

_PASSPHRASE: Final = "correct horse battery staple"  # noqa: S105 - of a store that lives for a second
_QUERIES: Final = ("家乐福", "jiale", "jlf")


class Unexpected(Exception):
    """Something is not as it must be; the text says what."""


def self_test() -> int:
    """Go through the program once in a temporary home; print a line for each step; return 0, or 1 with the reason printed."""
    with tempfile.TemporaryDirectory(prefix="crmdesk-self-test-", ignore_cleanup_errors=True) as folder, _home(Path(folder)):
        for title, step in _STEPS:
            try:
                told = step()
            except Exception as error:
                _say(f"FAILED  {title}: {type(error).__name__}: {error}")
                traceback.print_exc()
                return 1
            _say(f"ok      {title}{f': {told}' if told else ''}")
    return 0


@contextmanager
def _home(folder: Path) -> Iterator[None]:
    before = os.environ.get(paths.HOME_VARIABLE)
    os.environ[paths.HOME_VARIABLE] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ[paths.HOME_VARIABLE]
        else:
            os.environ[paths.HOME_VARIABLE] = before


def _encrypted_store() -> str:
    """Create with a passphrase, close, refuse a wrong one, open with the right one."""
    from crmdesk.services.store_setup import is_set_up, set_up
    from crmdesk.storage import keys
    from crmdesk.storage.errors import WrongKey
    from crmdesk.storage.store import Store

    path = paths.data_folder() / "encrypted.store"
    with Store.create(path, keys.new_passphrase_key(_PASSPHRASE)) as store:
        set_up(store)
    if keys.is_plain(path):
        raise Unexpected("the file is not encrypted")
    try:
        Store.open(path, keys.passphrase_key(path, "wrong")).close()
    except WrongKey:
        pass
    else:
        raise Unexpected("a wrong passphrase opens the file")
    with Store.open(path, keys.passphrase_key(path, _PASSPHRASE)) as store:
        if not is_set_up(store):
            raise Unexpected("what was written is gone")
    return ""


def _plain_store() -> str:
    """Create an unencrypted store, migrate it from nothing, fill it, check every rule."""
    from crmdesk.app.demo import load_demo
    from crmdesk.services.store_check import StoreCheck
    from crmdesk.services.store_setup import set_up
    from crmdesk.storage.store import Store

    with Store.create(paths.demo_store(), None) as store:
        set_up(store)
        loaded = load_demo(store)
        report = StoreCheck(store).full()
    if not report.is_sound:
        raise Unexpected(report.findings[0].message)
    return f"{loaded.companies} companies, {loaded.sites} sites"


def _backup() -> str:
    from crmdesk.core.settings import Settings
    from crmdesk.services.backups import BackupService

    service = BackupService(paths.demo_store(), None, Settings())
    made = service.run()
    service.restore(made.path)
    return f"{made.size // 1024} KiB, restored"


def _search() -> str:
    from crmdesk.services.catalogue import Services
    from crmdesk.storage.store import Store

    with Store.open(paths.demo_store(), None) as store:
        search = Services.over(store).search
        counts = [len(search.search(text).hits) for text in _QUERIES]
    if not all(counts):
        raise Unexpected(f"{_QUERIES[counts.index(0)]} is not found")
    return ", ".join(f"{text} {count}" for text, count in zip(_QUERIES, counts, strict=True))


def _pages() -> str:
    from crmdesk.app.stage_play import settle, window_on
    from crmdesk.core.settings import LANGUAGES
    from crmdesk.views.pages import PAGES

    with window_on(WindowOptions(demo=True)) as owner:
        for language in LANGUAGES:
            owner.use_language(language)
            for key in PAGES:
                owner.window.show_page(key)
                settle(owner)
                if owner.window.grab().isNull():
                    raise Unexpected(f"page {key} draws nothing")
    return ", ".join(PAGES)


def _translations() -> str:
    from PySide6.QtCore import QCoreApplication

    from crmdesk.ui.languages import Languages

    languages = Languages()
    missing = [name for name in ("zh_CN", "zh_TW") if not languages.use(name)]
    qts_own = QCoreApplication.translate("QPlatformTheme", "Cancel")  # of the last one
    languages.use("en")
    if qts_own == "Cancel":
        missing.append("Qt's own texts")
    return f"missing: {', '.join(missing)}" if missing else "zh_CN, zh_TW"


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


_STEPS: Final[tuple[tuple[str, Callable[[], str]], ...]] = (
    ("encrypted store", _encrypted_store),
    ("demo store, migrated and checked", _plain_store),
    ("backup", _backup),
    ("search", _search),
    ("pages drawn", _pages),
    ("catalogues", _translations),
)
