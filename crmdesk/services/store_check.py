"""Checking the whole store on demand, and putting right what follows from other data."""

from collections.abc import Callable
from dataclasses import dataclass

from crmdesk.core.changes import Changes
from crmdesk.core.vocabulary import ActionKind, Severity
from crmdesk.storage.integrity import Finding, full_check, quick_check
from crmdesk.storage.store import Store

__all__ = ["CheckReport", "Finding", "StoreCheck"]

IsCancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found, gravest first."""

    findings: tuple[Finding, ...]

    @property
    def is_sound(self) -> bool:
        """Whether no data are lost or wrong; warnings are about what can be derived again."""
        return not any(finding.severity is Severity.ERROR for finding in self.findings)


class StoreCheck:
    """Checks of one open store; they run beside work on it, on any thread."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def quick(self, is_cancelled: IsCancelled | None = None) -> CheckReport:
        """Walk the file once: due in the background after an unclean exit.

        Raises:
            Cancelled: as asked.
        """
        return CheckReport(quick_check(self._store.path, self._store.key, is_cancelled=is_cancelled))

    def full(self, is_cancelled: IsCancelled | None = None) -> CheckReport:
        """Check file, indexes, signatures, and every rule of ours.

        Raises:
            Cancelled: as asked.
        """
        damage = full_check(self._store.path, self._store.key, is_cancelled=is_cancelled)
        if damage:
            return CheckReport(damage)  # rules mean nothing on a file that cannot be read
        from crmdesk.storage.invariants import broken_rules

        with self._store.read() as connection:
            findings = tuple(broken_rules(connection))
        return CheckReport(tuple(sorted(findings, key=lambda finding: finding.severity is not Severity.ERROR)))

    def repair(self) -> Changes:
        """Derive again what follows from other data – order of names, site counts, search index, capture triggers."""
        from crmdesk.models.registry import synced_tables
        from crmdesk.storage.capture import install_capture
        from crmdesk.storage.repair import repair_derived

        with self._store.unit_of_work(action=ActionKind.MIGRATION, label="check", source="check") as uow:
            install_capture(uow.connection, synced_tables())
            repair_derived(uow.connection)
            return uow.commit()
