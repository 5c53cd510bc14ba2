"""What can be wrong with a store file for reasons outside the program."""

from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP


class WrongKey(CrmError):
    """The passphrase or key does not open the file. Params: `path`."""

    template = QT_TRANSLATE_NOOP("errors", "The passphrase does not open {path}. Nothing was changed; try again.")


class KeyMissing(CrmError):
    """The file is encrypted and no key was given or found in the keyring. Params: `path`."""

    template = QT_TRANSLATE_NOOP(
        "errors", "{path} is encrypted and its key is not in this computer's keyring. Give its passphrase."
    )


class NoKeyring(CrmError):
    """This computer has no keyring to keep a random key in."""

    template = QT_TRANSLATE_NOOP("errors", "This computer has no keyring. Choose a passphrase, or knowingly an unencrypted file.")


class StoreTooNew(CrmError):
    """The file was written by a newer crmdesk. Params: `path`, `revision`."""

    template = QT_TRANSLATE_NOOP(
        "errors", "{path} was last used by a newer crmdesk (format {revision}). Update this program; the file was not touched."
    )


class StoreDamaged(CrmError):
    """The file cannot be read as a store. Params: `path`, `detail`."""

    template = QT_TRANSLATE_NOOP("errors", "{path} is damaged ({detail}). Restore a backup; the damaged file is kept.")


class StoreMissing(CrmError):
    """There is no file at this place. Params: `path`."""

    template = QT_TRANSLATE_NOOP(
        "errors", "There is no crmdesk file at {path}. Check the path, or create it with `crmdesk demo` or an import."
    )


class StoreExists(CrmError):
    """A file to be created exists already. Params: `path`."""

    template = QT_TRANSLATE_NOOP("errors", "{path} exists already. Choose another place.")


class StoreUnusable(CrmError):
    """The place cannot be read or written. Params: `path`, `detail`."""

    template = QT_TRANSLATE_NOOP("errors", "{path} cannot be opened: {detail}. Check the disk and your rights to the folder.")


class StoreBusy(CrmError):
    """Another process holds the file's write lock for too long. Params: `path`."""

    template = QT_TRANSLATE_NOOP("errors", "Another crmdesk is writing to {path}. Wait until it has finished, then try again.")
