"""The companies a file speaks of: found in the first pass over the rows, so that parents may come after their children."""

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from sqlalchemy import Connection

from crmdesk.core.ids import new_id
from crmdesk.exchange.mapping import BoundMapping, RowRole, RowShape
from crmdesk.exchange.table_source import Row
from crmdesk.models.chinese import match_key
from crmdesk.models.identifiers import normalise_credit_code
from crmdesk.services.record_values import tidy
from crmdesk.storage.derived import chunks

_ABOUT_A_PLACE: Final = frozenset({RowRole.SITE, RowRole.CONTACT})
_COMPANY_ROLES: Final = frozenset({RowRole.COMPANY, RowRole.BRANCH, RowRole.GROUP})

_ABOVE: Final = (
    *("parent.code", "parent.credit_code", "parent.name", "row.parent_id", "parent.top_credit_code", "parent.top_name"),
)
_NAMING: Final = frozenset(
    {*_ABOVE, "row.kind", "row.id", "company.code", "company.credit_code", "company.legal_name", "company.short_name"}
)
"""Fields that say what a row is about and which companies it names."""
_HALF: Final = str.maketrans("（）", "()")
_FULL: Final = str.maketrans("()", "（）")


class CompanyName(NamedTuple):
    """What a row says to name a company; any part may be empty."""

    code: str = ""
    credit_code: str = ""
    name: str = ""
    row_id: str = ""

    def keys(self) -> Iterator[str]:
        """Yield the keys it is found by, the surest first."""
        if self.row_id:
            yield "r" + self.row_id
        if self.code:
            yield "c" + self.code
        if self.credit_code:
            yield "u" + self.credit_code
        if self.name:
            yield "n" + match_key(self.name)

    def __bool__(self) -> bool:
        return self != _NOBODY


_NOBODY: Final = CompanyName()


@dataclass(slots=True, eq=False)
class FileCompany:
    """A company the file speaks of.

    Attributes:
        id: the stored company's id, or a fresh one.
        is_stored: it was in the store before. is_written: this run has written (or planned) it.
        head_site: a site of it that people without a place of their own are put at.
    """

    name: CompanyName
    id: str = ""
    parent: "FileCompany | None" = None
    stored_parent: str | None = None
    code: str | None = None
    is_stored: bool = False
    is_written: bool = False
    is_needed: bool = False
    head_site: str = ""

    @property
    def parent_id(self) -> str | None:
        """Id of the company above."""
        return None if self.parent is None else self.parent.id


def own_name(texts: Mapping[str, str]) -> CompanyName:
    """Return how a row names the company of its company columns."""
    return CompanyName(
        code=texts.get("company.code", "").strip().upper(),
        credit_code=normalise_credit_code(texts.get("company.credit_code", "")),
        name=tidy(texts.get("company.legal_name") or texts.get("company.short_name", "")),
        row_id=texts.get("row.id", ""),
    )


def names_above(texts: Mapping[str, str]) -> tuple[CompanyName, CompanyName]:
    """Return how a row names the company above it, and the topmost one."""
    return _names_above(tuple(map(texts.get, _ABOVE)))


@functools.lru_cache(maxsize=256)  # the sites of a company mostly follow one another
def _names_above(texts: tuple[str | None, ...]) -> tuple[CompanyName, CompanyName]:
    code, credit_code, name, row_id, top_credit_code, top_name = (text or "" for text in texts)
    above = CompanyName(code.strip().upper(), normalise_credit_code(credit_code), tidy(name), row_id)
    return above, CompanyName(credit_code=normalise_credit_code(top_credit_code), name=tidy(top_name))


class FileCompanies:
    """All companies of a file, linked and matched with the store. Holds one small object a company, none a site."""

    def __init__(self, bound: BoundMapping) -> None:
        self._bound = replace(
            bound,
            singles=tuple([single for single in bound.singles if single[0] in _NAMING]),
            joined=tuple([joined for joined in bound.joined if joined[0] in _NAMING]),
        )
        self._last: tuple[CompanyName, FileCompany] | None = None
        self._by_key: dict[str, FileCompany] = {}
        self._all: list[FileCompany] = []
        self._sites: dict[str, FileCompany] = {}
        self.unknown_parents = 0
        self.cycles = 0

    def scan(self, rows: Iterable[Row], again: Callable[[], Iterable[Row]]) -> int:
        """Read every row once, note the companies and link them; return the number of rows.

        The rows are read `again` only where one names a parent that is no company of the file: it may be a site.
        """
        links: list[tuple[FileCompany, CompanyName, CompanyName]] = []
        above_sites: dict[tuple[CompanyName, CompanyName], None] = {}  # each once, in the order of the file
        count = 0
        last: CompanyName | None = None
        for row in rows:
            count += 1
            texts = self._bound.values(row.cells)
            role = self._bound.role(texts)
            if role is RowRole.SKIP:
                continue
            above, top = names_above(texts)
            if self._hangs_on_parent(role, above):
                if above is not last:
                    above_sites[above, top] = None
                    last = above
                continue
            company = self._note(own_name(texts))
            if role in _COMPANY_ROLES and company is not None and (above or top):
                links.append((company, above, top))
        if self._bound.mapping.shape is RowShape.BY_KIND:
            parents = (above for above, _top in (*above_sites, *(link[1:] for link in links)))
            self._find_sites({match_key(above.name) for above in parents if above.name and self.find(above) is None}, again)
        for above, top in above_sites:
            self._above(above, top)
        for company, above, top in links:
            if company.parent is None:
                self._link(company, above, top)
        return count

    def owner(self, role: RowRole, texts: Mapping[str, str]) -> FileCompany | None:
        """Return the company a row is about or its site belongs to, None when nothing is known of it."""
        above, top = names_above(texts)
        if self._hangs_on_parent(role, above):
            if self._last is not None and self._last[0] is above:  # the sites of a company mostly follow one another
                return self._last[1]
            found = self._above(above, top)
            self._last = None if found is None else (above, found)
            return found
        return self.find(own_name(texts))

    def find(self, name: CompanyName) -> FileCompany | None:
        """Return a company of the file by any of its names."""
        return next((found for key in name.keys() if (found := self._by_key.get(key)) is not None), None)  # noqa: SIM118 - no dict

    def unwritten(self) -> Iterator[FileCompany]:
        """Yield the companies other rows hang on that no row of their own has written."""
        return (company for company in self._all if company.is_needed and not company.is_stored and not company.is_written)

    def match(self, connection: Connection) -> None:
        """Find which of them the store has already: by code, then credit code, then name; the rest get fresh ids."""
        if connection.exec_driver_sql("SELECT EXISTS(SELECT 1 FROM company)").scalar():
            self._match_stored(connection)
        for company in self._all:
            if not company.id:
                company.id = new_id()
        self._break_cycles()
        self._break_stored_cycles(connection)

    def _match_stored(self, connection: Connection) -> None:
        for column, part in (("code", "code"), ("credit_code", "credit_code"), ("legal_name", "name"), ("short_name", "name")):
            open_ones = [company for company in self._all if not company.is_stored and getattr(company.name, part)]
            wanted: dict[str, FileCompany] = {}
            for company in open_ones:
                for text in spellings(getattr(company.name, part)) if part == "name" else (getattr(company.name, part),):
                    wanted.setdefault(text, company)
            if column == "short_name" and len(wanted) > 2_000:
                continue  # no index on short names, and files of that size name companies in full
            for some in chunks(sorted(wanted)):
                marks = ",".join("?" * len(some))
                rows = connection.exec_driver_sql(
                    f"SELECT {column}, id, code, credit_code, parent_id FROM company WHERE {column} IN ({marks}) AND deleted_at IS NULL",
                    tuple(some),
                )
                for value, *stored in rows:
                    _take_over(wanted[value], stored, by_name=part == "name")

    def _note(self, name: CompanyName) -> FileCompany | None:
        if not name:
            return None
        company = self.find(name)
        if company is not None and _is_another(company.name, name):
            company = None
        if company is None:
            company = FileCompany(name)
            self._all.append(company)
        for key in name.keys():  # noqa: SIM118 - no dict
            self._by_key.setdefault(key, company)
        return company

    def _hangs_on_parent(self, role: RowRole, above: CompanyName) -> bool:
        return role in _ABOUT_A_PLACE and above != _NOBODY

    def _find_sites(self, names: set[str], rows: Callable[[], Iterable[Row]]) -> None:
        """Note whose the sites with these names (as match keys) are."""
        for row in rows() if names else ():
            texts = self._bound.values(row.cells)
            above, top = names_above(texts)
            if self._hangs_on_parent(self._bound.role(texts), above):
                name = match_key(own_name(texts).name)
                owner = self.find(above) or self.find(top) if name in names else None
                if owner is not None:
                    self._sites[name] = owner

    def _above(self, above: CompanyName, top: CompanyName) -> FileCompany | None:
        """Return the company a row hangs on; a site as parent stands for its own company, an unnamed one is noted."""
        found = self.find(above)
        if found is None and above.name:
            found = self._sites.get(match_key(above.name))
        if found is None:
            found = self.find(top)
        if found is None and (above.name or top.name or above.credit_code or above.code):
            found = self._note(above if above.name or not top.name else top)
        if found is not None:
            found.is_needed = True
        return found

    def _link(self, company: FileCompany, above: CompanyName, top: CompanyName) -> None:
        parent = self._above(above, top)
        if parent is None:
            self.unknown_parents += 1
        elif parent is not company:
            company.parent = parent

    def _break_cycles(self) -> None:
        """Cut every chain of parents that runs back into itself where it does."""
        safe: set[FileCompany] = set()
        for company in self._all:
            chain: list[FileCompany] = []
            on_chain: set[FileCompany] = set()
            at: FileCompany | None = company
            while at is not None and at not in safe:
                chain.append(at)
                on_chain.add(at)
                if at.parent in on_chain:
                    at.parent = None
                    self.cycles += 1
                at = at.parent
            safe.update(chain)

    def _break_stored_cycles(self, connection: Connection) -> None:
        """Leave a stored company where it is when the file would move it under one that lies below it in the store."""
        in_file = {company.id: company for company in self._all}
        stored: dict[str, str | None] = {}

        def above(company_id: str) -> str | None:
            company = in_file.get(company_id)
            if company is not None:
                return company.parent_id or company.stored_parent
            if company_id not in stored:
                row = connection.exec_driver_sql("SELECT parent_id FROM company WHERE id=?", (company_id,)).first()
                stored[company_id] = None if row is None else row[0]
            return stored[company_id]

        for company in self._all:
            if not company.is_stored or company.parent is None or company.parent_id == company.stored_parent:
                continue
            seen: set[str] = set()
            at: str | None = company.parent_id
            while at is not None and at not in seen and at != company.id:
                seen.add(at)
                at = above(at)
            if at == company.id:
                company.parent = None
                self.cycles += 1


def _is_another(known: CompanyName, name: CompanyName) -> bool:
    """Whether two rows with one name mean two companies: what names them surest differs."""
    for ours, theirs in ((known.row_id, name.row_id), (known.code, name.code), (known.credit_code, name.credit_code)):
        if ours and theirs:
            return ours != theirs
    return False


def spellings(name: str) -> set[str]:
    """Return a name as it is and with its brackets in full and half width: the difference that registers and people make."""
    return {name, name.translate(_HALF), name.translate(_FULL)}


def _take_over(company: FileCompany, stored: Sequence[str | None], *, by_name: bool) -> None:
    """Let a company of the file be a stored one, unless only the name agrees and the credit codes do not."""
    record_id, code, credit_code, parent_id = stored
    other = by_name and credit_code and company.name.credit_code and credit_code != company.name.credit_code
    if not company.is_stored and not other and record_id:
        company.id, company.code, company.stored_parent, company.is_stored = record_id, code, parent_id, True
