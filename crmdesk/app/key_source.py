"""Where a headless command gets a store's key from; imports nothing heavy, so that every command can start with it."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass

from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.storage.errors import StoreUnusable


class PassphraseEmpty(CrmError):
    """A passphrase was asked for and none came."""

    template = QT_TRANSLATE_NOOP("errors", "The passphrase is empty. Type one, or pass it with --passphrase-fd.")


@dataclass(frozen=True, slots=True)
class KeySource:
    """How a headless command gets at the key; never an argument's text.

    Attributes:
        unencrypted: create a new store as a plain file, knowingly.
        passphrase_fd: file descriptor the passphrase is read from, one line.
        ask: asks a person, when there is one at a terminal.
    """

    unencrypted: bool = False
    passphrase_fd: int | None = None
    ask: Callable[[str], str] | None = None

    def passphrase(self, prompt: str) -> str | None:
        """Return the passphrase, None when there is no way to get one.

        Raises:
            PassphraseEmpty: an empty one came.
        """
        if self.passphrase_fd is not None:
            try:
                with os.fdopen(os.dup(self.passphrase_fd), encoding="utf-8") as stream:
                    text = stream.readline().rstrip("\r\n")
            except OSError as error:
                raise StoreUnusable(path=f"--passphrase-fd {self.passphrase_fd}", detail=error.strerror) from error
        elif self.ask is not None and sys.stdin.isatty():
            text = self.ask(prompt)
        else:
            return None
        if not text:
            raise PassphraseEmpty
        return text
