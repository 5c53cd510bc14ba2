"""What can be done from anywhere in the window: in the menus, by keys, and found by the search box."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from crmdesk.ui.forms.mnemonics import without_mnemonic
from crmdesk.ui.icons import icon


@dataclass(frozen=True, slots=True)
class Command:
    """One command.

    Attributes:
        action: does it; its text is the title in the present language.
        title: gives that text again when the language changes.
        icon: name of its icon.
        words: English words it is found by, whatever the language.
    """

    action: QAction
    title: Callable[[], str]
    icon: str
    words: str

    @property
    def plain_title(self) -> str:
        """The title without its mnemonic, which stands behind a Chinese title: 撤销(&U)."""
        return without_mnemonic(self.title()).removesuffix("…").rstrip()

    def retranslate(self) -> None:
        """Put the title in the present language on the action."""
        self.action.setText(self.title())
        self.action.setToolTip(self.plain_title)


def make_command(owner: QObject, title: str, icon_name: str, words: str = "", keys: str = "") -> Command:
    """Return a command whose action belongs to `owner`; `title` is marked with `QT_TRANSLATE_NOOP("commands", …)`."""
    action = QAction(owner)
    action.setIcon(icon(icon_name))
    if keys:
        action.setShortcut(QKeySequence(keys))
    command = Command(action, partial(QCoreApplication.translate, "commands", title), icon_name, words or without_mnemonic(title))
    command.retranslate()
    return command


def matching(commands: Sequence[Command], text: str) -> list[Command]:
    """Return the commands that can be carried out now and contain every word of `text`; those that begin with it first."""
    words = text.casefold().split()
    if not words:
        return []
    found = [
        command
        for command in commands
        if command.action.isEnabled()
        and all(any(part.startswith(word) for part in _parts(command)) or word in _own(command) for word in words)
    ]
    return sorted(found, key=lambda command: not command.plain_title.casefold().startswith(words[0]))


def _own(command: Command) -> str:
    """Chinese has no spaces between words: there any part of the title counts."""
    title = command.plain_title.casefold()
    return "" if title.isascii() else title


def _parts(command: Command) -> list[str]:
    return f"{command.plain_title} {command.words}".casefold().split()
