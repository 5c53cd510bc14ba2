"""Free codes for thousands of new records: asks the store once a family of codes, then counts on by itself."""

from collections.abc import Iterator

from sqlalchemy import Connection

from crmdesk.models.customer_codes import MAX_LENGTH, candidates


class CodeBook:
    """Codes that neither the store nor this import has used."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._taken: dict[str, frozenset[str]] = {}
        self._next: dict[str, Iterator[str]] = {}
        self._given: set[str] = set()
        self._store_has_codes = bool(
            connection.exec_driver_sql(
                "SELECT EXISTS(SELECT 1 FROM company WHERE code IS NOT NULL) OR EXISTS(SELECT 1 FROM site WHERE code IS NOT NULL)"
            ).scalar()
        )

    def take(self, base: str) -> str:
        """Return `base` or its first free variant, and keep it."""
        taken = self._taken_from(base)
        if base not in self._given and base not in taken and base[-1:].isalnum() and len(base) <= MAX_LENGTH:
            self._given.add(base)
            return base
        variants = self._next.get(base)
        if variants is None:
            variants = candidates(base)
            if base in self._given:  # only bases asked for again keep their place: most are asked for once
                self._next[base] = variants
        code = next(code for code in variants if code not in taken and code not in self._given)
        self._given.add(code)
        return code

    def reserve(self, code: str) -> bool:
        """Keep a code a row brings along; return False when it is taken."""
        if code in self._given or code in self._taken_from(code):
            return False
        self._given.add(code)
        return True

    def _taken_from(self, base: str) -> frozenset[str]:
        """Return the stored codes of the base's family: JLF for JLF, JLF2 and JLF-BJ."""
        if not self._store_has_codes:
            return frozenset()
        family = base.partition("-")[0]
        found = self._taken.get(family)
        if found is None:
            found = self._taken[family] = self._stored(family)
        return found

    def _stored(self, family: str) -> frozenset[str]:
        one_table = """SELECT code FROM {} WHERE deleted_at IS NULL AND code IS NOT NULL
            AND (code=? OR (code>=? AND code<?) OR (code>=? AND code<?))"""
        bounds = (family, family + "-", family + ".", family + "0", family + ":")
        rows = self._connection.exec_driver_sql(
            f"{one_table.format('company')} UNION ALL {one_table.format('site')}", (*bounds, *bounds)
        )
        return frozenset(rows.scalars())
