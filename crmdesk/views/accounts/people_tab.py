"""The people of a site, edited in place: name, title, phones, mail, and who is the main contact."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crmdesk.ui.forms.fields import FieldKind
from crmdesk.ui.inline_list.rows import InlineColumn, InlineRow
from crmdesk.views.accounts.autosaved_list import INITIATOR, AutosavedList, RowSaved
from crmdesk.views.context import ViewContext
from crmdesk.views.words import field_label

if TYPE_CHECKING:
    from crmdesk.services.contacts import ContactRow, ContactSaved


class PeopleTab(AutosavedList):
    """Shows a site's contacts; each row is saved when it is left."""

    def __init__(self, context: ViewContext, parent: QWidget) -> None:
        super().__init__(context, _columns(), add_text="", empty_text="", main_title=_main_title(), parent=parent)
        self.rows.main_chosen.connect(self._on_main_chosen)
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.set_words(
            _columns(),
            add_text=self.tr("Add a contact"),
            empty_text=self.tr("Nobody is known here yet. Add the first contact; it is saved as you go on."),
            main_title=_main_title(),
        )

    def show_people(self, site: str, people: "Sequence[ContactRow]") -> None:
        """Show the people of a site."""
        self.show_rows(site, [_row(person) for person in people])

    @override
    def adding(self, site: str, values: Mapping[str, str]) -> Callable[[], RowSaved]:
        typed = {key: value for key, value in values.items() if value}
        return partial(self._context.services.contacts.add, site, typed, initiator=INITIATOR)

    @override
    def changing(self, key: str, values: Mapping[str, str]) -> Callable[[], RowSaved]:
        return partial(self._context.services.contacts.change, key, dict(values), initiator=INITIATOR)

    @override
    def removing(self, key: str) -> Callable[[], RowSaved]:
        return partial(self._context.services.contacts.remove, key, initiator=INITIATOR)

    @override
    def key_of(self, saved: RowSaved) -> str:
        return cast("ContactSaved", saved).position_id

    @Slot(str)
    def _on_main_chosen(self, key: str) -> None:
        real = self._real(key)
        if not real.startswith("new-"):
            work = partial(self._context.services.contacts.change, real, {"is_main": 1}, initiator=INITIATOR)
            self._run(key, work)


def _main_title() -> str:
    return QCoreApplication.translate("PeopleTab", "Main")


def _columns() -> tuple[InlineColumn, ...]:
    return (
        InlineColumn("name", field_label("Name"), share=3, placeholder=QCoreApplication.translate("PeopleTab", "Name")),
        InlineColumn("title", field_label("Title"), share=3),
        InlineColumn("mobile", field_label("Mobile"), FieldKind.PHONE, share=3),
        InlineColumn("phone", field_label("Phone"), FieldKind.PHONE, share=3),
        InlineColumn("email", field_label("Mail"), FieldKind.MAIL, share=5),
    )


def _row(person: "ContactRow") -> InlineRow:
    values = {key: getattr(person, key) or "" for key in ("name", "title", "mobile", "phone", "email")}
    return InlineRow(person.position_id, values, person.is_main)
