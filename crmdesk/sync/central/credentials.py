"""What a login is proved with, kept in the operating system's keyring and nowhere else."""

import json
from dataclasses import dataclass, field
from typing import Final

from crmdesk.storage.keys import keyring_available
from crmdesk.sync.central.errors import SecretMissing
from crmdesk.sync.central.settings import CentreSettings, LoginBy

KEYRING_SERVICE: Final = "crmdesk centre"


@dataclass(frozen=True, slots=True)
class Secret:
    """A password, or the file of a client certificate's private key with its passphrase; `repr` shows none of it."""

    password: str = field(default="", repr=False)
    key_file: str = field(default="", repr=False)
    key_passphrase: str = field(default="", repr=False)


NOTHING: Final = Secret()
"""For a login that needs no proof (`LoginBy.SOCKET`)."""


def find_secret(settings: CentreSettings) -> Secret:
    """Return what the keyring has for this login.

    Raises:
        SecretMissing: it has nothing, or there is no keyring.
    """
    if settings.login is LoginBy.SOCKET:
        return NOTHING
    import keyring
    from keyring.errors import KeyringError

    try:
        kept = keyring.get_password(KEYRING_SERVICE, settings.name)
    except KeyringError:
        kept = None
    if kept is None:
        raise SecretMissing(user=settings.user)
    parts = json.loads(kept)
    return Secret(parts.get("password", ""), parts.get("key_file", ""), parts.get("key_passphrase", ""))


def keep_secret(settings: CentreSettings, secret: Secret) -> bool:
    """Put a login's secret into the keyring; return whether there is one that keeps it."""
    if settings.login is LoginBy.SOCKET:
        return True
    import keyring
    from keyring.errors import KeyringError

    if not keyring_available():
        return False
    parts = {"password": secret.password, "key_file": secret.key_file, "key_passphrase": secret.key_passphrase}
    try:
        keyring.set_password(KEYRING_SERVICE, settings.name, json.dumps({key: value for key, value in parts.items() if value}))
    except KeyringError:
        return False
    return True


def forget_secret(settings: CentreSettings) -> None:
    """Take a login's secret out of the keyring, if it is there."""
    if settings.login is LoginBy.SOCKET:
        return
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.delete_password(KEYRING_SERVICE, settings.name)
    except KeyringError:  # PasswordDeleteError too: there was none
        return
