"""Opening the store of a window, off the GUI thread: mark, examination, key, migration, services. Imports the heavy libraries."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum, unique
from pathlib import Path

from crmdesk.core.settings import Settings
from crmdesk.services.backups import BackupService
from crmdesk.services.catalogue import Services
from crmdesk.services.store_setup import set_up
from crmdesk.storage import keys, recovery
from crmdesk.storage.errors import StoreDamaged
from crmdesk.storage.keys import StoreKey
from crmdesk.storage.recovery import Recovery, StoreState
from crmdesk.storage.session_mark import SessionMark
from crmdesk.storage.store import Store


@unique
class Protection(StrEnum):
    """How a new store is protected."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a choice
    NONE = "none"


@dataclass(frozen=True, slots=True)
class OpenStore:
    """A store in use by a window.

    Attributes:
        recovered: what a recovery did, when one was needed.
        needs_check: the last window died; a quick check in the background is due.
    """

    store: Store
    services: Services
    backups: BackupService
    mark: SessionMark
    recovered: Recovery | None = None
    needs_check: bool = False

    def close(self) -> None:
        """Close the store and leave a clean exit behind."""
        self.store.close()
        self.mark.release()


@dataclass(frozen=True, slots=True)
class OpenRequest:
    """Which store to open and how.

    Attributes:
        passphrase: typed by a person; None tries the keyring.
        protection: for a store to be created.
        recover_from: a backup to put in the place of a damaged file first.
        user_name: of a new store's user.
        fill: called with a new store after set-up (the demo's data).
    """

    path: Path
    settings: Settings
    passphrase: str | None = field(default=None, repr=False)  # never reaches a log
    protection: Protection | None = None
    recover_from: Path | None = None
    user_name: str = ""
    fill: Callable[[Store], None] | None = None


def exists(path: Path) -> bool:
    """Return whether there is a store to open."""
    return path.is_file() and path.stat().st_size > 0


def open_for_window(request: OpenRequest) -> OpenStore:
    """Open or create a store and mark it as in use.

    Raises:
        StoreInUse: another window has it open. KeyMissing: its passphrase is needed. WrongKey: the passphrase is wrong.
        StoreDamaged: it is damaged; a recovery is to be offered. StoreTooNew, StoreUnusable, NoKeyring: as their texts say.
    """
    mark = SessionMark.take(request.path)
    try:
        return _created(request, mark) if request.protection is not None else _opened(request, mark)
    except BaseException:
        mark.release()
        raise


def _opened(request: OpenRequest, mark: SessionMark) -> OpenStore:
    key = existing_key(request.path, request.passphrase)
    recovered = None
    if request.recover_from is not None:
        recovered = recovery.recover(request.path, key, request.recover_from)
    verdict = recovery.examine(request.path, key, after_unclean_exit=mark.after_unclean_exit)
    if verdict.state is StoreState.DAMAGED:
        raise StoreDamaged(path=request.path, detail=verdict.detail)
    store = Store.open(request.path, key)
    set_up(store)
    return OpenStore(
        store,
        Services.over(store),
        BackupService(request.path, key, request.settings),
        mark,
        recovered,
        needs_check=verdict.state is StoreState.NEEDS_QUICK_CHECK,
    )


def existing_key(path: Path, passphrase: str | None) -> StoreKey | None:
    """Return the key of an existing store.

    Raises:
        KeyMissing: the keyring has none and no passphrase was given.
    """
    if keys.is_plain(path):
        return None
    return keys.keyring_key(path) if passphrase is None else keys.passphrase_key(path, passphrase)


def _created(request: OpenRequest, mark: SessionMark) -> OpenStore:
    match request.protection:
        case Protection.KEYRING:
            key: StoreKey | None = keys.new_keyring_key()
        case Protection.PASSPHRASE:
            key = keys.new_passphrase_key(request.passphrase or "")
        case _:
            key = None
    store = Store.create(request.path, key)
    set_up(store, request.user_name)
    if request.fill is not None:
        request.fill(store)
    return OpenStore(store, Services.over(store), BackupService(request.path, key, request.settings), mark)
