"""The dated notes of a site, edited in place."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, time
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crmdesk.ui.forms.fields import FieldKind
from crmdesk.ui.inline_list.rows import InlineColumn, InlineRow
from crmdesk.views.accounts.autosaved_list import INITIATOR, AutosavedList, RowSaved
from crmdesk.views.context import ViewContext
from crmdesk.views.words import field_label

if TYPE_CHECKING:
    from crmdesk.services.notes import NoteRow, NoteSaved


class NotesTab(AutosavedList):
    """Shows a site's notes, newest first; each is saved when it is left."""

    def __init__(self, context: ViewContext, parent: QWidget) -> None:
        super().__init__(context, _columns(), add_text="", empty_text="", parent=parent)
        self._moments: dict[str, datetime] = {}
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.set_words(
            _columns(),
            add_text=self.tr("Add a note"),
            empty_text=self.tr("No notes yet. Write down what was said; it is saved as you go on."),
        )

    def show_notes(self, site: str, notes: "Sequence[NoteRow]") -> None:
        """Show the notes of a site."""
        self._moments = {note.id: note.happened_at for note in notes}
        self.show_rows(site, [_row(note) for note in notes])

    @override
    def adding(self, site: str, values: Mapping[str, str]) -> Callable[[], RowSaved]:
        moment = _moment(values.get("day", ""), None)
        return partial(self._context.services.notes.add, site, values.get("text", ""), moment, initiator=INITIATOR)

    @override
    def changing(self, key: str, values: Mapping[str, str]) -> Callable[[], RowSaved]:
        changed: dict[str, object] = {"text": values.get("text", "")}
        moment = _moment(values.get("day", ""), self._moments.get(key))
        if moment is not None:
            changed["happened_at"] = moment
        return partial(self._context.services.notes.change, key, changed, initiator=INITIATOR)

    @override
    def removing(self, key: str) -> Callable[[], RowSaved]:
        return partial(self._context.services.notes.remove, key, initiator=INITIATOR)

    @override
    def key_of(self, saved: RowSaved) -> str:
        return cast("NoteSaved", saved).note_id


def _columns() -> tuple[InlineColumn, ...]:
    translate = QCoreApplication.translate
    said = translate("NotesTab", "What was said?")
    return (
        InlineColumn("day", field_label("When"), FieldKind.DATE, share=2, placeholder=translate("NotesTab", "Today")),
        InlineColumn("text", field_label("Text"), FieldKind.MULTILINE, share=9, placeholder=said),
    )


def _row(note: "NoteRow") -> InlineRow:
    return InlineRow(note.id, {"day": note.happened_at.astimezone().date().isoformat(), "text": note.text})


def _moment(day: str, before: datetime | None) -> datetime | None:
    """Return the moment of a typed day, None to leave it as it is; the time of day stays when only the day changes."""
    try:
        wanted = date.fromisoformat(day)
    except ValueError:
        return None
    if before is not None and before.astimezone().date() == wanted:
        return None
    clock = before.astimezone().timetz() if before is not None else time(12)
    if before is None and wanted == datetime.now(UTC).astimezone().date():
        return None
    return datetime.combine(wanted, clock.replace(tzinfo=None)).astimezone()
