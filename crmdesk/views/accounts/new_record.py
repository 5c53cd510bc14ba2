"""Proposals while a new record is typed, until the user decides otherwise.

Its code from the name, a site's name from its place, and the town from a whole address typed or pasted into the street.
"""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Slot

from crmdesk.core.vocabulary import RecordKind
from crmdesk.ui.forms.property_form import PropertyForm
from crmdesk.views.accounts.opened import Draft
from crmdesk.views.context import ViewContext

if TYPE_CHECKING:
    from crmdesk.services.address_parsing import AddressReading

_TOWN: Final = ("province", "city", "district")


class Proposals(QObject):
    """Fills `code` and a site's `name` in a form; a field the user typed into is left alone from then on."""

    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._form: PropertyForm | None = None
        self._draft: Draft | None = None
        self._typed: set[str] = set()
        self._read: set[str] = set()

    def begin(self, draft: Draft, form: PropertyForm) -> None:
        """Propose for this draft, typed in this form."""
        self._draft = draft
        self._form = form
        self._typed.clear()
        self._read.clear()
        self._propose()

    def stop(self) -> None:
        """Propose no more."""
        self._draft = self._form = None

    def is_typed(self, field: str) -> bool:
        """Whether the user typed into a field himself."""
        return field in self._typed

    def take_edit(self, field: str) -> None:
        """Learn that the user typed into a field; an emptied field takes proposals again."""
        if self._form is None:
            return
        if self._form.value(field) is None:
            self._typed.discard(field)
        else:
            self._typed.add(field)
        if field == "street":
            self._read_address()
        self._propose()

    def _read_address(self) -> None:
        """Ask what the street says of province, city and district: people paste whole addresses."""
        form, draft = self._form, self._draft
        if form is None or draft is None or draft.kind is not RecordKind.SITE:
            return
        known = {key: str(form.value(key)) for key in _TOWN if key in self._typed and form.value(key)}
        parse = self._context.services.address_parsing.parse
        work = partial(parse, str(form.value("street") or ""), country=str(form.value("country") or "") or None, **known)
        self._context.tasks.read(work, done=self._on_address_read, latest="address_reading")

    @Slot(object)
    def _on_address_read(self, reading: "AddressReading") -> None:
        form = self._form
        if form is None or reading.part("road") is None:
            return  # nothing that looks like an address yet
        fields = form.values()
        for key in (*_TOWN, "postcode"):
            part = reading.part(key)
            if key in fields and key not in self._typed and (part is not None or key in self._read):
                form.set_value(key, None if part is None else part.official)
                self._read.add(key)
        self._propose()

    def _propose(self) -> None:
        draft, form = self._draft, self._form
        if draft is None or form is None:
            return
        values = form.values()
        if draft.kind is RecordKind.SITE and "name" not in self._typed:
            place = values.get("district") if values.get("city") == values.get("province") else values.get("city")
            name = "-".join(str(part) for part in (draft.parent_name, place or values.get("city")) if part)
            form.set_value("name", name if place or values.get("city") else None)
        if "code" in self._typed:
            return
        codes = self._context.services.codes
        if draft.kind is RecordKind.COMPANY:
            name = str(values.get("short_name") or values.get("legal_name") or "")
            if name:
                self._context.tasks.read(codes.for_company, name, done=self._on_code, latest="code")
            else:
                form.set_value("code", None)
        elif draft.parent is not None:
            own_name = values.get("name") if "name" in self._typed else None
            places = [str(values.get(key) or "") for key in ("province", "city", "district")]
            own = str(own_name or "").removeprefix(draft.parent_name).strip("-– ")
            if any((*places, own)):
                propose = partial(codes.for_site, draft.parent.id, *places, own)
                self._context.tasks.read(propose, done=self._on_code, latest="code")
            else:
                form.set_value("code", None)

    @Slot(str)
    def _on_code(self, code: str) -> None:
        if self._form is not None and "code" not in self._typed:
            self._form.set_value("code", code or None)
