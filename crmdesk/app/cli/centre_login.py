"""How a command gets at a centre: address, certificates, and the password from a descriptor, the keyring or a prompt – never an argument."""

import getpass
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from crmdesk.sync.central.administration import Administration
    from crmdesk.sync.central.credentials import Secret
    from crmdesk.sync.central.settings import CentreSettings

Function = TypeVar("Function", bound=Callable[..., Any])

CENTRE_VARIABLE: Final = "CRMDESK_CENTRE"
"""Names the address for administrators' commands; it may hold no password."""


centre_option: Final = click.option(
    "--centre", "url", metavar="URL", envvar=CENTRE_VARIABLE, required=True, help=f"The centre; default: ${CENTRE_VARIABLE}."
)
"""Which centre is administered."""


class NoSecretOnDescriptor(CrmError):
    """The descriptor that was to bring a password brought nothing. Params: `option`."""

    template = QT_TRANSLATE_NOOP("errors", "Nothing could be read from {option}.")


@dataclass(frozen=True, slots=True)
class Login:
    """What the options of a command say about getting in."""

    user: str | None = None
    ca_file: str | None = None
    certificate: str | None = None
    key_file: str | None = None
    insecure_local: bool = False
    password_fd: int | None = None

    def settings(self, url: str) -> "CentreSettings":
        """Return the address with what the options add.

        Raises:
            SecretInAddress, CentreAddressWrong: as their texts say.
        """
        from dataclasses import replace

        from crmdesk.sync.central.settings import CentreSettings, LoginBy

        settings = CentreSettings.from_url(url, user=self.user, insecure_local=self.insecure_local)
        if self.ca_file:
            settings = replace(settings, ca_file=os.path.realpath(self.ca_file))
        if self.certificate:
            settings = replace(settings, login=LoginBy.CERTIFICATE, certificate=os.path.realpath(self.certificate))
        return settings

    def secret(self, settings: "CentreSettings") -> "Secret":
        """Return what the login is proved with: from the descriptor, else the keyring, else asked for at a terminal.

        Raises:
            SecretMissing: there is none of the three. NoSecretOnDescriptor: the descriptor gives nothing.
        """
        from crmdesk.sync.central.credentials import NOTHING, Secret, find_secret
        from crmdesk.sync.central.errors import SecretMissing
        from crmdesk.sync.central.settings import LoginBy

        if settings.login is LoginBy.SOCKET:
            return NOTHING
        by_certificate = settings.login is LoginBy.CERTIFICATE
        if self.password_fd is None and not self.key_file:
            try:
                return find_secret(settings)
            except SecretMissing:
                pass
        prompt = f"Passphrase of {self.key_file}: " if by_certificate else f"Password of {settings.user}: "
        said = read_secret(self.password_fd, "--password-fd", prompt)
        if by_certificate:
            if not self.key_file:
                raise click.UsageError("A certificate needs its key: --key-file FILE.")
            return Secret(key_file=os.path.realpath(self.key_file), key_passphrase=said or "")
        if said is None:
            raise SecretMissing(user=settings.user)
        return Secret(said)


def read_secret(descriptor: int | None, option: str, prompt: str) -> str | None:
    """Return one line from a file descriptor, else what a person types unseen at a terminal; None when there is neither.

    Raises:
        NoSecretOnDescriptor: the descriptor cannot be read or brings nothing.
    """
    if descriptor is not None:
        try:
            with os.fdopen(os.dup(descriptor), encoding="utf-8") as stream:
                text = stream.readline().rstrip("\r\n")
        except OSError as error:
            raise NoSecretOnDescriptor(option=f"{option} {descriptor}") from error
        if not text:
            raise NoSecretOnDescriptor(option=f"{option} {descriptor}")
        return text
    return getpass.getpass(prompt) if sys.stdin.isatty() else None


@contextmanager
def administration(url: str, login: Login) -> "Iterator[Administration]":
    """Log in as an administrator."""
    from crmdesk.sync.central.administration import Administration

    settings = login.settings(url)
    with Administration.at(settings, login.secret(settings)) as opened:
        yield opened


def login_options(function: Function) -> Function:
    """Add the options of `Login`; the command gets them as `login`."""

    def wrapped(*arguments: Any, **named: Any) -> Any:
        login = Login(**{field: named.pop(field) for field in Login.__slots__})
        return function(*arguments, login=login, **named)

    wrapped.__name__, wrapped.__doc__ = function.__name__, function.__doc__
    wrapped.__dict__.update(function.__dict__)  # click's parameters of the function
    options = (
        click.option("--user", metavar="NAME", help="The login name, where the address names none."),
        click.option("--ca-file", metavar="FILE", type=click.Path(), help="Trust this authority of your company (PEM)."),
        click.option("--certificate", metavar="FILE", type=click.Path(), help="Log in with this client certificate (PEM)."),
        click.option("--key-file", metavar="FILE", type=click.Path(), help="The certificate's private key."),
        click.option("--insecure-local", is_flag=True, help="No TLS: only for a Unix socket or this computer's own address."),
        click.option(
            "--password-fd", type=click.IntRange(0), metavar="N", help="Read the password from file descriptor N, one line."
        ),
    )
    result: Any = wrapped
    for option in reversed(options):
        result = option(result)
    return result  # type: ignore[no-any-return] # a decorated function of the same kind
