"""What can be done from anywhere in the window: in the menus, by keys, and found by the search box."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from operator import itemgetter
from typing import NamedTuple

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
        return _words(self.title(), self.words).plain

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


class _Words(NamedTuple):
    """A title as it is searched: without its mnemonic, folded, and the words at whose beginning a command is found."""

    plain: str
    folded: str
    parts: tuple[str, ...]

    def has(self, word: str) -> bool:
        """Chinese has no spaces between words: there any part of the title counts."""
        return any(part.startswith(word) for part in self.parts) or (not self.folded.isascii() and word in self.folded)


@lru_cache(maxsize=512)
def _words(title: str, words: str) -> _Words:
    """Return what a command is found by; once for each language, not at every key press."""
    plain = without_mnemonic(title).removesuffix("…").rstrip()
    return _Words(plain, plain.casefold(), tuple(f"{plain} {words}".casefold().split()))


def matching(commands: Sequence[Command], text: str) -> list[Command]:
    """Return the commands that can be carried out now and contain every word of `text`; those that begin with it first."""
    words = text.casefold().split()
    if not words:
        return []
    found = [
        (not own.folded.startswith(words[0]), command)
        for command in commands
        if all(map((own := _words(command.title(), command.words)).has, words)) and command.action.isEnabled()
    ]
    return [command for _, command in sorted(found, key=itemgetter(0))]
