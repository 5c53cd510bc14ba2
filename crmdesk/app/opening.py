"""Opening the store of a window, off the GUI thread: mark, examination, key, migration, services. Imports the heavy libraries."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum, unique
from pathlib import Path

from crmdesk.core.errors import CrmError
from crmdesk.core.settings import Settings
from crmdesk.services.backups import BackupService
from crmdesk.services.catalogue import Services
from crmdesk.services.store_setup import set_up
from crmdesk.storage import keys, recovery
from crmdesk.storage.backup import backup_folder, list_backups, restore_backup, sidecars
from crmdesk.storage.errors import KeyMissing, StoreDamaged, StoreExists, StoreUnusable
from crmdesk.storage.keys import StoreKey
from crmdesk.storage.migrate import stored_revision
from crmdesk.storage.recovery import Recovery, Salvage, StoreState
from crmdesk.storage.search.writing import is_current
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
        protection: how its file is protected.
        recovered: what a recovery did, when one was needed.
        needs_check: the last window died; a quick check in the background is due.
    """

    store: Store
    services: Services
    backups: BackupService
    mark: SessionMark
    protection: Protection
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
        restore: a backup to put in the place of a sound file first; `key` opens both.
        user_name: of a new store's user.
        fill: called with a new store after set-up (the demo's data).
    """

    path: Path
    settings: Settings
    passphrase: str | None = field(default=None, repr=False)  # never reaches a log
    protection: Protection | None = None
    recover_from: Path | None = None
    restore: Path | None = None
    key: StoreKey | None = field(default=None, repr=False)
    user_name: str = ""
    fill: Callable[[Store], object] | None = None


def exists(path: Path, settings: Settings | None = None) -> bool:
    """Return whether there is a store to open: a file with content, or an empty one that has backups (a disk was full)."""
    if not path.is_file():
        return False
    return path.stat().st_size > 0 or bool(list_backups(_folder(path, settings), path))


def protection_of(store: Store) -> Protection:
    """Return how an open store is protected."""
    if store.key is None:
        return Protection.NONE
    try:
        return Protection.KEYRING if keys.keyring_key(store.path).raw == store.key.raw else Protection.PASSPHRASE
    except KeyMissing:
        return Protection.PASSPHRASE


def open_for_window(request: OpenRequest) -> OpenStore:
    """Open or create a store and mark it as in use.

    Raises:
        StoreInUse: another window has it open. KeyMissing: its passphrase is needed. WrongKey: the passphrase is wrong.
        StoreDamaged: it is damaged; a recovery is to be offered. BackupUnusable: the backup to recover from is not sound.
        StoreTooNew, StoreUnusable, NoKeyring: as their texts say.
    """
    if request.restore is not None:
        restore_backup(request.restore, request.path, request.key)
    recovered = None if request.recover_from is None else _recovered(request, request.recover_from)  # takes the mark itself
    mark = SessionMark.take(request.path)
    try:
        return _created(request, mark) if request.protection is not None else _opened(request, mark, recovered)
    except BaseException:
        mark.release()
        raise


def _recovered(request: OpenRequest, backup: Path) -> Recovery:
    """Put a backup in the store's place; where there is no store yet, nothing is lost by it."""
    key = existing_key(backup, request.passphrase)  # the store's own first page, with its salt, may be unreadable
    if exists(request.path, request.settings):
        return recovery.recover(request.path, key, backup)
    return Recovery(backup, restore_backup(backup, request.path, key), Salvage((), is_complete=True))


def _opened(request: OpenRequest, mark: SessionMark, recovered: Recovery | None) -> OpenStore:
    key = _fitting_key(request)
    folder = _folder(request.path, request.settings)
    verdict = recovery.examine(request.path, key, after_unclean_exit=mark.after_unclean_exit, folder=folder)
    if verdict.state is StoreState.DAMAGED:
        raise StoreDamaged(path=request.path, detail=verdict.detail)
    store = Store.open(request.path, key)
    try:
        set_up(store)
        _bring_index_up_to_date(store)
    except BaseException:
        store.close()
        raise
    return _in_use(request, store, mark, recovered, needs_check=verdict.state is StoreState.NEEDS_QUICK_CHECK)


def _bring_index_up_to_date(store: Store) -> None:
    with store.read() as connection:
        if is_current(connection):
            return  # the rule: search itself is imported when somebody searches
    from crmdesk.services.search import SearchService

    SearchService(store).bring_up_to_date()


def _in_use(
    request: OpenRequest, store: Store, mark: SessionMark, recovered: Recovery | None = None, *, needs_check: bool = False
) -> OpenStore:
    backups = BackupService(request.path, store.key, request.settings)
    return OpenStore(store, Services.over(store), backups, mark, protection_of(store), recovered, needs_check=needs_check)


def _fitting_key(request: OpenRequest) -> StoreKey | None:
    """Return the store's key; when the file's first page (and in it the salt) is broken, that of its newest backup.

    Raises:
        KeyMissing: neither is to be had.
    """
    if request.key is not None:
        return request.key
    folder = _folder(request.path, request.settings)
    newest = next(iter(list_backups(folder, request.path)), None)
    if newest is None or keys.file_salt(newest.path) == keys.file_salt(request.path):
        return existing_key(request.path, request.passphrase)
    try:
        key = existing_key(request.path, request.passphrase)
        if key is None or _opens(request.path, key):
            return key  # the newest backup is of a former store of this name
    except KeyMissing:
        pass
    return existing_key(newest.path, request.passphrase)


def _opens(path: Path, key: StoreKey) -> bool:
    try:
        stored_revision(path, key)
    except CrmError:
        return False
    return True


def existing_key(path: Path, passphrase: str | None) -> StoreKey | None:
    """Return the key of an existing store.

    Raises:
        KeyMissing: the keyring has none and no passphrase was given. StoreUnusable: the file cannot be read.
    """
    try:
        if keys.is_plain(path):
            return None
        return keys.keyring_key(path) if passphrase is None else keys.passphrase_key(path, passphrase)
    except OSError as error:
        raise StoreUnusable(path=path, detail=error.strerror) from error


def _created(request: OpenRequest, mark: SessionMark) -> OpenStore:
    match request.protection:
        case Protection.KEYRING:
            key: StoreKey | None = keys.new_keyring_key()
        case Protection.PASSPHRASE:
            key = keys.new_passphrase_key(request.passphrase or "")
        case _:
            key = None
    # made beside its place and moved there whole: half a new store – a demo that was killed – is no store
    making = request.path.with_name(f"{request.path.name}.making")
    _forget(making)
    try:
        with Store.create(making, key) as store:
            set_up(store, request.user_name)
            if request.fill is not None:
                request.fill(store)
    except BaseException:
        _forget(making)
        raise
    if exists(request.path, request.settings):
        _forget(making)
        raise StoreExists(path=request.path)
    making.replace(request.path)
    store = Store.open(request.path, key)
    return _in_use(request, store, mark)


def _forget(path: Path) -> None:
    for file in (path, *sidecars(path)):
        file.unlink(missing_ok=True)


def _folder(path: Path, settings: Settings | None) -> Path:
    return backup_folder(path, settings.backup_folder if settings is not None else "")
