"""A keyring that holds the key of the measured stores, so that windows open them as they open a customer's."""

from keyring.backend import KeyringBackend

from benchmarks.store_key import RAW


class FixedKeyring(KeyringBackend):
    """Named in `PYTHON_KEYRING_BACKEND`; answers every question with the one key."""

    priority = 5

    def get_password(self, service: str, username: str) -> str | None:
        """Return the key."""
        del service, username
        return RAW.hex()

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep nothing."""

    def delete_password(self, service: str, username: str) -> None:
        """Forget nothing."""
