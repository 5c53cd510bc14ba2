"""Free codes for thousands of new records: asks the store once a base, then counts on by itself."""

from sqlalchemy import Connection

from crmdesk.models.customer_codes import candidates


class CodeBook:
    """Codes that neither the store nor this import has used."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._taken: dict[str, set[str]] = {}
        self._next: dict[str, int] = {}
        self._given: set[str] = set()

    def take(self, base: str) -> str:
        """Return `base` or its first free variant, and keep it."""
        taken = self._taken_from(base)
        for number, code in enumerate(candidates(base)):
            if number < self._next.get(base, 0):
                continue
            self._next[base] = number + 1
            if code not in taken and code not in self._given:
                self._given.add(code)
                return code
        raise AssertionError("candidates never end")

    def reserve(self, code: str) -> bool:
        """Keep a code a row brings along; return False when it is taken."""
        if code in self._given or code in self._taken_from(code):
            return False
        self._given.add(code)
        return True

    def _taken_from(self, base: str) -> set[str]:
        """Return the stored codes of the base's family: JLF for JLF, JLF2 and JLF-BJ."""
        family = base.partition("-")[0]
        if family not in self._taken:
            found: set[str] = set()
            for table in ("company", "site"):
                rows = self._connection.exec_driver_sql(
                    f"""SELECT code FROM {table} WHERE deleted_at IS NULL AND code IS NOT NULL
                        AND (code=? OR (code>=? AND code<?) OR (code>=? AND code<?))""",
                    (family, family + "-", family + ".", family + "0", family + ":"),
                )
                found.update(rows.scalars())
            self._taken[family] = found
        return self._taken[family]
