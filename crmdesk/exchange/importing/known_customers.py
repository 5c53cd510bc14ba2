"""Which rows of leads name a company that is a customer already.

Names and credit codes are asked for a batch of rows at a time. To ask the search index for every number of a file would take a
millisecond each: the store is read through once instead for ends of numbers and mail addresses that the file has, and only where one
was met the index is asked.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Connection

from crmdesk.core.vocabulary import RecordKind
from crmdesk.exchange.importing.companies import spellings
from crmdesk.models.likely_query import mail_expression, phone_expression
from crmdesk.models.phones import parse_phones
from crmdesk.storage.collision_rows import sites_with_mail
from crmdesk.storage.derived import chunks
from crmdesk.storage.likely_rows import ids_matching

_END: Final = 7
_BETWEEN: Final = re.compile(r"[\s\-()+.（）]+")
_NUMBER: Final = re.compile(rf"\d{{{_END},}}")
_MOST: Final = 40
"""Records that answer one number, of which one has it."""
_PHONES: Final = {RecordKind.SITE: ("phone",), RecordKind.CONTACT: ("mobile", "phone")}


class KnownCustomers:
    """Asks the store; one without accounts is asked once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._is_any = bool(
            connection.exec_driver_sql("SELECT EXISTS(SELECT 1 FROM company) OR EXISTS(SELECT 1 FROM contact)").scalar()
        )
        self._expected: set[str] = set()
        self._met: set[str] = set()
        self._names: set[str] = set()
        self._codes: set[str] = set()

    @property
    def is_any(self) -> bool:
        """Whether the store has customers at all."""
        return self._is_any

    def expect(self, mail: str, *numbers: str) -> None:
        """Note a mail address and numbers of the file, as they are written there."""
        if mail:
            self._expected.add(mail.strip().casefold())
        for text in numbers:
            self._expected.update(_ends(text))

    def meet(self) -> None:
        """Read through the store for what the file was found to have."""
        for statement in ("SELECT email, phone, NULL FROM site", "SELECT email, mobile, phone FROM contact"):
            for mail, *numbers in self._connection.exec_driver_sql(f"{statement} WHERE deleted_at IS NULL"):
                if mail and (folded := mail.casefold()) in self._expected:
                    self._met.add(folded)
                for text in numbers:
                    if text:
                        self._met.update(end for end in _ends(text) if end in self._expected)
        self._expected.clear()

    def look_up(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Learn which of these rows' companies are there, by name and credit code; what was learnt before is forgotten."""
        if not self._is_any:
            return
        names = {spelling for row in rows if (name := row.get("company_name")) for spelling in spellings(name)}
        codes = {code for row in rows if (code := row.get("credit_code"))}
        self._names = self._stored("legal_name", names)
        self._codes = self._stored("credit_code", codes)

    def has(self, values: Mapping[str, Any]) -> bool:
        """Whether a row of the batch looked up last is about a customer: company, credit code, mail or phone are one's."""
        if not self._is_any:
            return False
        name = values.get("company_name")
        if values.get("credit_code") in self._codes or (name and not self._names.isdisjoint(spellings(name))):
            return True
        mail = str(values.get("email") or "").strip().casefold()
        if mail in self._met and sites_with_mail(self._connection, mail, mail_expression(mail)):
            return True
        numbers = [
            text for column in ("mobile", "phone") if (text := values.get(column)) and not self._met.isdisjoint(_ends(text))
        ]
        country = str(values.get("country") or "CN")
        return any(self._has_number(number, country) for text in numbers for number in _numbers(text, country))

    def _has_number(self, number: str, country: str) -> bool:
        expression = phone_expression(number)
        for kind, columns in _PHONES.items() if expression else ():
            ids = ids_matching(self._connection, kind, expression, _MOST)
            marks = ",".join("?" * len(ids))
            statement = f"SELECT {','.join(columns)} FROM {kind.value} WHERE id IN ({marks}) AND deleted_at IS NULL"
            for row in self._connection.exec_driver_sql(statement, tuple(ids)) if ids else ():
                if any(number in _numbers(text, country) for text in row if text):
                    return True
        return False

    def _stored(self, column: str, wanted: set[str]) -> set[str]:
        found: set[str] = set()
        for some in chunks(sorted(wanted)):
            marks = ",".join("?" * len(some))
            rows = self._connection.exec_driver_sql(
                f"SELECT {column} FROM company WHERE {column} IN ({marks}) AND deleted_at IS NULL", tuple(some)
            )
            found.update(rows.scalars())
        return found


def _ends(text: str) -> list[str]:
    """Return the last digits of every number in a cell, however it is written; an extension is too short to be one."""
    return [number[-_END:] for number in _NUMBER.findall(_BETWEEN.sub("", text))]


def _numbers(text: str, country: str) -> tuple[str, ...]:
    return tuple([phone.e164 or phone.digits for phone in parse_phones(text, country)])
