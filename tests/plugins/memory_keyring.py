"""A keyring that forgets: what tests see in place of the operating system's. Named by `PYTHON_KEYRING_BACKEND`."""

from typing import ClassVar

from keyring.backend import KeyringBackend
from keyring.errors import PasswordDeleteError
from typing_extensions import override


class MemoryKeyring(KeyringBackend):
    """Keeps secrets of this process in `secrets`, emptied before every test."""

    priority = 1.0
    secrets: ClassVar[dict[tuple[str, str], str]] = {}

    @override
    def get_password(self, service: str, username: str) -> str | None:
        return self.secrets.get((service, username))

    @override
    def set_password(self, service: str, username: str, password: str) -> None:
        self.secrets[service, username] = password

    @override
    def delete_password(self, service: str, username: str) -> None:
        if self.secrets.pop((service, username), None) is None:
            raise PasswordDeleteError(username)
