"""Is the store sound? SQLite's and SQLCipher's own checks of the file, and what a file's check can say in one line.

Our own rules (references, codes, roll-ups …) are in `storage.invariants`; `services.store_check` puts both together.
"""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from crmdesk.core.errors import Cancelled, CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import Severity
from crmdesk.storage.connections import open_raw
from crmdesk.storage.keys import StoreKey

MOST: Final = 100
"""Findings told by one rule; a damaged store may break a rule a million times."""
_STEPS_BETWEEN_LOOKS: Final = 100_000
"""SQLite's virtual machine steps between two looks at the cancel flag: some milliseconds."""

DAMAGED_FILE: Final = QT_TRANSLATE_NOOP("findings", "The file is damaged: {detail}")
RESTORE: Final = QT_TRANSLATE_NOOP("findings", "Restore a backup; the damaged file is kept and what was entered since is listed.")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with the store.

    Attributes:
        severity: an error means data are lost or wrong; a warning, that something derived is out of date.
        check: stable name of the rule, e.g. `duplicate_code`.
        template, params: what is wrong, an English sentence marked with `QT_TRANSLATE_NOOP("findings", …)`.
        cure: what to do about it, likewise.
        kind, record_id, code: the record concerned, where there is one.
    """

    severity: Severity
    check: str
    template: str
    cure: str
    params: Mapping[str, Any] = field(default_factory=dict, hash=False)
    kind: str = ""
    record_id: str = ""
    code: str = ""

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return self.template.format(**self.params)


def quick_check(path: Path, key: StoreKey | None, *, is_cancelled: Callable[[], bool] | None = None) -> tuple[Finding, ...]:
    """Walk every page of the file once; due after an unclean exit, in the background (about 1 s per 300 MB).

    Raises:
        Cancelled: `is_cancelled` said so.
    """
    return _file_findings(path, key, ("PRAGMA quick_check(1)",), is_cancelled)


def full_check(path: Path, key: StoreKey | None, *, is_cancelled: Callable[[], bool] | None = None) -> tuple[Finding, ...]:
    """Compare every index with its table, every full-text index with itself, every page with its signature.

    Raises:
        Cancelled: `is_cancelled` said so.
    """
    signatures = () if key is None else ("PRAGMA cipher_integrity_check",)
    return _file_findings(path, key, (*signatures, f"PRAGMA integrity_check({MOST})"), is_cancelled)


def _file_findings(
    path: Path, key: StoreKey | None, pragmas: tuple[str, ...], is_cancelled: Callable[[], bool] | None
) -> tuple[Finding, ...]:
    return tuple(
        Finding(Severity.ERROR, "damaged_file", DAMAGED_FILE, RESTORE, {"detail": detail})
        for detail in _complaints(path, key, pragmas, is_cancelled)
    )


def _complaints(
    path: Path, key: StoreKey | None, pragmas: tuple[str, ...], is_cancelled: Callable[[], bool] | None
) -> Iterator[str]:
    from sqlcipher3 import dbapi2

    stopped = False

    def look() -> bool:
        nonlocal stopped
        stopped = is_cancelled is not None and is_cancelled()
        return stopped

    try:
        with contextlib.closing(open_raw(path, key, read_only=True)) as connection:
            connection.set_progress_handler(look, _STEPS_BETWEEN_LOOKS)
            for pragma in pragmas:
                for (answer,) in connection.execute(pragma).fetchmany(MOST):
                    if answer != "ok":
                        yield str(answer)
    except CrmError as error:
        yield str(error.params.get("detail", error))
    except dbapi2.DatabaseError as error:
        if stopped:  # not always called an interruption: a full-text index says that its constructor failed
            raise Cancelled from error
        yield str(error)
