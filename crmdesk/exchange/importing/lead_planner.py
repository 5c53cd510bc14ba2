"""Deciding what a row of leads asks for: a new lead, blanks of one that is there, or nothing. The same for a dry run and an import."""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection

from crmdesk.core.ids import new_id
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.core.vocabulary import LeadStatus, RecordKind
from crmdesk.exchange.importing.drafts import Sink
from crmdesk.exchange.importing.keys_ahead import SiteKeys
from crmdesk.exchange.importing.known_customers import KnownCustomers
from crmdesk.exchange.importing.known_values import KnownValues
from crmdesk.exchange.importing.lead_content import LeadContent, LeadReader
from crmdesk.exchange.importing.lead_handout import LeadHandout
from crmdesk.exchange.importing.lead_options import LeadOptions, There
from crmdesk.exchange.importing.lead_sources import LeadSources
from crmdesk.exchange.importing.leads_there import LeadsThere, Marks
from crmdesk.exchange.importing.report import ImportReport
from crmdesk.exchange.importing.stored_records import StoredRecords
from crmdesk.models.lead_completeness import completeness
from crmdesk.models.pinyin import sort_key
from crmdesk.services.record_values import Value

_T: Final = QT_TRANSLATE_NOOP
LEFT_OUT: Final = _T("remarks", "The lead is there already (same number, mail, phone, or company and person): left out.")
FILLED: Final = _T("remarks", "The lead is there already: what was empty in it was filled.")
NOTHING_TO_FILL: Final = _T("remarks", "The lead is there already, and the row knows nothing more.")
TWICE: Final = _T("remarks", "The lead is there already and was imported a second time, as you chose.")
REPEATED: Final = _T("remarks", "The row repeats a lead of an earlier row: left out.")
CUSTOMER: Final = _T("remarks", "The company is a customer already (same name, credit code, mail or phone): left out.")
CUSTOMER_ANYWAY: Final = _T("remarks", "The company is a customer already and was imported as a lead, as you chose.")
_OTHER_REASON: Final = "other"
_NEVER_FILLED: Final = frozenset({"owner_id", "status", "reason_id", "look_again_on"})
"""With whom a lead is and how far it has come are no blanks."""


class LeadPlanner:
    """Plans one row after another and hands drafts to a sink; counts in the report."""

    def __init__(
        self,
        connection: Connection,
        sink: Sink,
        report: ImportReport,
        options: LeadOptions,
        *,
        reader: LeadReader,
        known: KnownValues,
        keys: SiteKeys,
    ) -> None:
        self._sink, self._report, self._reader, self._keys = sink, report, reader, keys
        self._choice = options.there
        self._count = report.kinds[RecordKind.LEAD]
        self._handout = LeadHandout(connection, options, report)
        self._sources = LeadSources(connection, sink, report, known, is_adding=options.add_sources)
        self._there = LeadsThere(connection)
        self._stored = StoredRecords(connection)
        self.customers = KnownCustomers(connection)
        self._other_reason = known.term("reason", _OTHER_REASON, "")

    def take(self, content: LeadContent) -> None:
        """Plan one row."""
        values = content.values
        marks = Marks.of(values)
        found = self._there.find(marks)
        if found is not None and self._choice is not There.IMPORT:
            if found.is_of_file:
                self._report.skipped += 1
                self._report.warnings[REPEATED] += 1
            elif self._choice is There.SKIP:
                self._count.unchanged += 1
                self._report.warnings[LEFT_OUT] += 1
            else:
                self._take_source(content)
                if not content.is_named:
                    del values["person"]
                self._fill(found.id, values)
            return
        if self.customers.has(values):
            if self._choice is not There.IMPORT:
                self._report.skipped += 1
                self._report.warnings[CUSTOMER] += 1
                return
            self._report.warnings[CUSTOMER_ANYWAY] += 1
        elif found is not None:
            self._report.warnings[TWICE] += 1
        self._take_source(content)
        self._create(values, marks)

    def _take_source(self, content: LeadContent) -> None:
        if not content.source:
            return
        content.values["source_id"] = self._sources.find(content.source)
        if content.values["source_id"] is None:
            self._reader.keep_in_note("lead.source", " / ".join(content.source), content.values)

    def _create(self, values: dict[str, Value], marks: Marks) -> None:
        lead_id = new_id()
        self._there.add(marks, lead_id)
        status = values.setdefault("status", LeadStatus.NEW.value)
        if status == LeadStatus.DISQUALIFIED and not values.get("reason_id"):
            values["reason_id"] = self._other_reason
        self._handout.give(values)
        company = values.get("company_name")
        values |= {
            "id": lead_id,
            "sort_key": self._keys.sort(str(company)) if company else sort_key(str(values["person"]), person=True),
            "completeness": completeness(values),
        }
        self._sink.insert(RecordKind.LEAD, values)
        self._count.created += 1

    def _fill(self, lead_id: str, values: Mapping[str, Value]) -> None:
        """Fill what is empty in a stored lead; one that was converted is closed."""
        stored = self._stored.row(RecordKind.LEAD, lead_id)
        is_closed = stored.get("status") == LeadStatus.CONVERTED
        blanks = {
            column: value
            for column, value in values.items()
            if value is not None and column not in _NEVER_FILLED and stored.get(column) in (None, "") and not is_closed
        }
        if blanks:
            self._sink.update(RecordKind.LEAD, lead_id, blanks)
            self._count.updated += 1
        else:
            self._count.unchanged += 1
        self._report.warnings[FILLED if blanks else NOTHING_TO_FILL] += 1
