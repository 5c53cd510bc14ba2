"""Named mappings kept as JSON files in a folder, and the presets that ship with the program."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Final

from crmdesk.core.errors import CrmError
from crmdesk.core.resources import resource_path
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.exchange.mapping import Mapping, MappingUnreadable

_UNSAFE: Final = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_MAX_BYTES: Final = 1 << 20


class MappingNotFound(CrmError):
    """No mapping has that name. Params: `name`."""

    template = QT_TRANSLATE_NOOP("errors", "No mapping is called {name}.")


class MappingStore:
    """The mappings a person kept, one file each: `NAME.json`. Files that cannot be read are left alone and not listed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def names(self) -> tuple[str, ...]:
        """Return the names of the readable mappings in order."""
        return tuple(mapping.name for mapping in self.all())

    def all(self) -> tuple[Mapping, ...]:
        """Return the mappings, the one saved last first: it wins when several fit a file."""
        found: list[Mapping] = []
        for path in sorted(self._folder.glob("*.json"), key=lambda path: (-path.stat().st_mtime_ns, path.name)):
            try:
                mapping = load_mapping(path)
            except CrmError:
                continue
            found.append(replace(mapping, name=mapping.name or path.stem))
        return tuple(found)

    def load(self, name: str) -> Mapping:
        """Return one mapping.

        Raises:
            MappingNotFound: there is none of that name.
            MappingUnreadable, MappingInvalid: its file is faulty.
        """
        path = self._path(name)
        if not path.exists():
            raise MappingNotFound(name=name)
        return replace(load_mapping(path), name=name)

    def save(self, name: str, mapping: Mapping) -> Mapping:
        """Keep a mapping under a name, replacing the one of that name; written beside and moved, so never half.

        Raises:
            MappingInvalid: it cannot be used.
        """
        named = replace(mapping, name=name)
        named.check()
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._path(name)
        fresh = path.with_suffix(".tmp")
        fresh.write_text(named.to_json(), encoding="utf-8")
        fresh.replace(path)
        return named

    def delete(self, name: str) -> None:
        """Forget a mapping; nothing happens when there is none."""
        self._path(name).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        stem = _UNSAFE.sub("_", name).strip(" .")[:80]
        if not stem:
            raise MappingNotFound(name=name)
        return self._folder / f"{stem}.json"


def load_mapping(path: Path) -> Mapping:
    """Read a mapping file, as given to `crmdesk import --map`.

    Raises:
        MappingUnreadable: missing, not permitted, or no mapping.
        MappingInvalid: faulty; the error names the column.
    """
    try:
        with path.open(encoding="utf-8-sig") as file:
            text = file.read(_MAX_BYTES)
    except OSError as error:
        raise MappingUnreadable(file=path.name, reason=error.strerror or str(error)) from error
    except UnicodeDecodeError as error:
        raise MappingUnreadable(file=path.name, reason=str(error)) from error
    return Mapping.from_json(text, path.name)


def presets() -> tuple[Mapping, ...]:
    """Return the mappings that ship with the program (`resources/mappings`), by name."""
    return tuple(load_mapping(path) for path in sorted(resource_path("mappings").glob("*.json")))
