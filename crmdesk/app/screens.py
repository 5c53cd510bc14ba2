"""`make screens`: every page and dialog as a picture – each language, light and dark, 100 % and 150 % – into `build/screens`.

`SCENES=conflicts` draws only what has that in its name, `SCREEN=1366x768` on another screen.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from crmdesk.app import paths
from crmdesk.app.options import WindowOptions

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from crmdesk.app.window import WindowApplication

LANGUAGES: Final = ("zh_CN", "zh_TW", "en")
THEMES: Final = ("light", "dark")
SCALES: Final = (100, 150)
_SEARCHED: Final = "家乐福"


def main() -> int:
    """Draw everything: one child process for each language, theme and scale, since Qt reads the scale at the start."""
    if len(sys.argv) == 6:
        folder, language, theme, scale = Path(sys.argv[2]), sys.argv[3], sys.argv[4], int(sys.argv[5])
        return _draw(folder, language, theme, scale)
    folder = Path("build") / "screens"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="crmdesk-screens-") as home:
        for language, theme, scale in ((a, b, c) for c in SCALES for a in LANGUAGES for b in THEMES):
            environment = os.environ | {
                "CRMDESK_HOME": home,
                "QT_QPA_PLATFORM": "offscreen",
                "QT_SCALE_FACTOR": str(scale / 100),
            }
            arguments = ["--draw", str(folder.resolve()), language, theme, str(scale)]
            done = subprocess.run([sys.executable, "-m", "crmdesk.app.screens", *arguments], env=environment, check=False)  # noqa: S603
            if done.returncode:
                return done.returncode
            sys.stdout.write(f"{language} {theme} {scale} %\n")
            sys.stdout.flush()
    sys.stdout.write(f"{len(list(folder.glob('*.png')))} pictures in {folder}\n")
    return 0


def _draw(folder: Path, language: str, theme: str, scale: int) -> int:
    from dataclasses import replace

    from PySide6.QtCore import QSize

    from crmdesk.app.stage_exchange import copy_of, write_exchange, write_first_connection
    from crmdesk.app.stage_play import settle, window_on
    from crmdesk.core.settings import load_settings, save_settings
    from crmdesk.storage.store import Store

    settings = replace(load_settings(paths.settings_file()), language=language, theme=theme, exchange_minutes=0)
    save_settings(paths.settings_file(), settings)
    wide, high = (1366, 768) if scale == 100 else (1920, 1080)
    if "SCREEN" in os.environ:  # another screen, `1366x768`: the smallest laptop at 150 %
        wide, high = map(int, os.environ["SCREEN"].split("x"))
    size = QSize(round(wide * 100 / scale), round(high * 100 / scale))

    def save(name: str, widget: "QWidget") -> None:
        widget.grab().save(str(folder / f"{name}-{language}-{theme}-{scale}.png"))

    wanted = os.environ.get("SCENES", "")  # a part of the names: to look at few while one of them is drawn anew

    def play(options: WindowOptions, scenes: Scenes) -> None:
        scenes = tuple(scene for scene in scenes if wanted in scene[0])
        if not scenes:
            return
        with window_on(options, size) as owner:
            for name, act in scenes:
                for shown_name, widget in act(owner):
                    settle(owner)
                    save(shown_name or name, widget)

    play(WindowOptions(demo=True), _SCENES)
    exchanged = copy_of(paths.demo_store(), "exchanged.store")
    for prepare, scenes in ((write_exchange, _EXCHANGE_SCENES), (write_first_connection, _FIRST_SCENES)):
        with Store.open(exchanged, None) as store:
            prepare(store)
        play(WindowOptions(store=exchanged), scenes)
    return 0


Scene = Iterator[tuple[str, "QWidget"]]
Scenes = tuple[tuple[str, Callable[["WindowApplication"], Scene]], ...]


def _accounts(owner: "WindowApplication") -> Scene:
    from crmdesk.app.offscreen import open_first

    owner.window.show_page("accounts")
    yield "accounts-company-list", owner.window
    open_first(owner.context.record_asked.emit, owner.context.services.tree)
    yield "accounts-site", owner.window
    root = owner.context.services.tree.children(None, 0, 1)
    if root:
        owner.context.record_asked.emit(str(root[0].key))
        yield "accounts-company", owner.window


def _search(owner: "WindowApplication") -> Scene:
    running = owner.running
    if running is None:
        return
    owner.window.activateWindow()
    for name, text in (("search", _SEARCHED), ("search-pinyin", "jlf"), ("search-empty", "")):
        box = running.search.box
        box.setFocus()
        box.setText(text)
        box.query_changed.emit(text)
        yield "", owner.window  # the box itself; its list is a window of its own
        if box.popup is not None and box.popup.isVisible():
            yield name, box.popup
        box.close_popup()
        box.clear()
        box.clearFocus()


def _group(owner: "WindowApplication") -> Scene:
    from crmdesk.ui.charts.scene import Form
    from crmdesk.views.group_picture.controls import PictureControls
    from crmdesk.views.group_picture.window import open_group_picture

    roots = owner.context.services.tree.children(None, 0, 200)
    if not roots:
        return
    biggest = max(roots, key=lambda node: node.sites or 0)
    picture = open_group_picture(owner.context, biggest.key, owner.window)
    controls = picture.findChild(PictureControls)
    for form in Form:
        if controls is not None:
            controls.form_chosen.emit(form)
        yield f"group-{form.value}", picture
    picture.close()


def _settings(owner: "WindowApplication") -> Scene:
    from crmdesk.views.settings.page import SECTIONS, SettingsPage

    owner.window.show_page("settings")
    page = owner.window.page("settings")
    if isinstance(page, SettingsPage):
        for key in SECTIONS:
            page.show_section(key)
            yield f"settings-{key}", owner.window
    owner.window.show_page("accounts")


def _dialogs(owner: "WindowApplication") -> Scene:
    from crmdesk.core.vocabulary import RecordKind
    from crmdesk.views.help.about_dialog import AboutDialog
    from crmdesk.views.help.keys_dialog import KeysDialog
    from crmdesk.views.welcome.lost_edits_dialog import LostEdit, LostEditsDialog

    edits = [
        LostEdit("2026-11-22T08:14:00Z", "家乐福(马连道店)", RecordKind.SITE.value, "phone", "+86 10 6327 1234"),
        LostEdit("2026-11-22T08:15:30Z", "沃尔玛(中国)投资有限公司", RecordKind.COMPANY.value, "grade", "A"),
    ]
    lost = LostEditsDialog(edits, "/data/crmdesk.store.damaged-20261122", is_complete=False, parent=owner.window)
    for name, dialog in (
        ("about", AboutDialog(owner.window)),
        ("keys", KeysDialog(owner.window)),
        ("lost-edits", lost),
    ):
        dialog.show()
        yield name, dialog
        dialog.close()
        dialog.deleteLater()
    running = owner.running
    if running is not None:
        from PySide6.QtWidgets import QDialog

        for name, action in (("import", running.actions.import_file.action), ("export", running.actions.export.action)):
            action.trigger()
            for widget in owner.window.findChildren(QDialog):
                if widget.isVisible():
                    yield name, widget
                    widget.close()


def _covers(owner: "WindowApplication") -> Scene:
    from datetime import UTC, datetime

    from crmdesk.storage.errors import StoreTooNew
    from crmdesk.views.welcome.recovery_page import BackupChoice, RecoveryPage
    from crmdesk.views.welcome.trouble_page import TroublePage
    from crmdesk.views.welcome.unlock_page import UnlockPage
    from crmdesk.views.welcome.welcome_page import WelcomePage

    welcome = WelcomePage(has_keyring=True)
    owner.window.status_line.show_state("")
    owner.window.show_cover(welcome)
    yield "welcome", owner.window
    welcome.start_own()
    yield "welcome-create", owner.window
    bare = WelcomePage(has_keyring=False)
    owner.window.show_cover(bare)
    bare.start_own()
    yield "welcome-create-without-keyring", owner.window
    owner.window.show_cover(UnlockPage("/home/me/crmdesk.store", is_wrong=True))
    yield "unlock", owner.window
    choices = [BackupChoice(f"/b/{day}.backup", datetime(2026, 11, day, 9, 30, tzinfo=UTC), 48_234_496) for day in (22, 21, 20)]
    owner.window.show_cover(RecoveryPage("/home/me/crmdesk.store", "database disk image is malformed", choices))
    yield "recovery", owner.window
    owner.window.show_cover(TroublePage(StoreTooNew(path="/home/me/crmdesk.store", revision="0042")))
    yield "trouble", owner.window


def _conflicts(owner: "WindowApplication") -> Scene:
    from crmdesk.core.exchange_words import Choice
    from crmdesk.views.conflicts.page import ALL, ConflictsPage

    owner.context.questions_asked.emit("")
    page = owner.window.page("conflicts")
    if not isinstance(page, ConflictsPage):
        return
    yield "conflicts", owner.window
    page.filter.setCurrentIndex(ALL)
    seen: set[str] = set()
    for row, item in enumerate(page.list.items):
        kind = getattr(item, "kind", None) or "waiting"
        if kind not in seen:
            seen.add(kind)
            page.list.go_to(row)
            yield f"conflicts-{kind}", owner.window
    page.list.go_to(next(row for row, item in enumerate(page.list.items) if getattr(item, "field", "") == "company_id"))
    yield "conflicts-company", owner.window
    page.panel.give(Choice.OTHER)
    yield "conflicts-typed", owner.window
    page.list.selectAll()
    yield "conflicts-many", owner.window


def _exchange(owner: "WindowApplication") -> Scene:
    from crmdesk.views.exchange.page import PARTS

    for part in PARTS:
        owner.context.exchange_page_asked.emit(part)
        yield f"exchange-{part}", owner.window


def _asked_records(owner: "WindowApplication") -> Scene:
    service = owner.context.services.conflicts
    questions = {item.account.key: item for item in service.open() if item.account is not None}
    for number, key in enumerate(questions):
        if number < 4:
            owner.context.record_asked.emit(str(key))
            yield f"record-asked-{number}", owner.window


def _centre_settings(owner: "WindowApplication") -> Scene:
    owner.context.centre_settings_asked.emit()
    yield "settings-centre-connected", owner.window


def _first_connection(owner: "WindowApplication") -> Scene:
    from crmdesk.views.exchange_matching.review import open_matching

    yield "first-connection-offer", owner.window
    review = open_matching(owner.context, owner.window)
    yield "first-connection", review
    review.close()


_SCENES: Final[Scenes] = (
    ("accounts", _accounts),
    ("group", _group),
    ("search-box", _search),
    ("settings", _settings),
    ("dialog", _dialogs),
    ("cover", _covers),
)

_EXCHANGE_SCENES: Final[Scenes] = (
    ("conflicts", _conflicts),
    ("exchange", _exchange),
    ("record-asked", _asked_records),
    ("settings-centre", _centre_settings),
)
"""Of a store with a centre."""
_FIRST_SCENES: Final[Scenes] = (("first-connection", _first_connection),)

if __name__ == "__main__":
    sys.exit(main())
