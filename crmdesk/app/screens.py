"""`make screens`: every page and dialog as a picture – each language, light and dark, 100 % and 150 % – into `build/screens`."""

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

    from crmdesk.app.stage_play import settle, window_on
    from crmdesk.core.settings import load_settings, save_settings

    save_settings(paths.settings_file(), replace(load_settings(paths.settings_file()), language=language, theme=theme))
    size = QSize(1366, 768) if scale == 100 else QSize(round(1920 * 100 / scale), round(1080 * 100 / scale))

    def save(name: str, widget: "QWidget") -> None:
        widget.grab().save(str(folder / f"{name}-{language}-{theme}-{scale}.png"))

    with window_on(WindowOptions(demo=True), size) as owner:
        for name, act in _SCENES:
            for shown_name, widget in act(owner):
                settle(owner)
                save(shown_name or name, widget)
    return 0


Scene = Iterator[tuple[str, "QWidget"]]


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


_SCENES: Final[tuple[tuple[str, Callable[["WindowApplication"], Scene]], ...]] = (
    ("accounts", _accounts),
    ("group", _group),
    ("search-box", _search),
    ("settings", _settings),
    ("dialog", _dialogs),
    ("cover", _covers),
)

if __name__ == "__main__":
    sys.exit(main())
