"""What every command starts with: which store, which key, JSON or tables."""

import getpass
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from crmdesk.app import paths
from crmdesk.app.key_source import KeySource
from crmdesk.core.settings import Settings, load_settings

if TYPE_CHECKING:
    from crmdesk.services.catalogue import Services
    from crmdesk.storage.store import Store

Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(slots=True)
class Session:
    """The global options of one run of `crmdesk`; `as_json` is known once the command's own options were read."""

    store_path: Path | None = None
    key_source: KeySource = field(default_factory=lambda: KeySource(ask=getpass.getpass))
    as_json: bool = False

    @property
    def settings(self) -> Settings:
        """What this person chose in the window."""
        return load_settings(paths.settings_file())

    @property
    def path(self) -> Path:
        """The store's file: as named, as remembered by the window, or the default."""
        if self.store_path is not None:
            return self.store_path
        remembered = self.settings.store
        return Path(remembered) if remembered else paths.default_store()

    @contextmanager
    def services(self, *, create: bool = False) -> "Iterator[Services]":
        """Open the store (creating it when `create`) and give its services.

        Raises:
            CrmError: the store cannot be opened; its message is what the user sees.
        """
        from crmdesk.services.catalogue import Services

        with self.store(create=create) as store:
            yield Services.over(store)

    @contextmanager
    def store(self, *, create: bool = False) -> "Iterator[Store]":
        """Open the store itself."""
        from crmdesk.app.open_store import open_existing, open_or_create

        opened = (open_or_create if create else open_existing)(self.path, self.key_source)
        with opened:
            yield opened


@contextmanager
def discarded_on_failure(path: Path) -> Iterator[None]:
    """Remove the store at `path` when the block fails and there was none before: nothing is left of what failed."""
    was_there = path.exists()
    try:
        yield
    except BaseException:
        if not was_there:
            for ending in ("", "-wal", "-shm", "-journal"):
                path.with_name(path.name + ending).unlink(missing_ok=True)
        raise


def json_option(function: Function) -> Function:
    """Add `--json` to a command; the session hears of it, so that a refusal is JSON too."""

    def remember(context: click.Context, _parameter: click.Parameter, value: bool) -> bool:
        if isinstance(context.obj, Session):
            context.obj.as_json = context.obj.as_json or value
        return value

    return click.option(
        "--json", "as_json", is_flag=True, is_eager=True, callback=remember, help="Print JSON of the shape given in docs/cli.md."
    )(function)
