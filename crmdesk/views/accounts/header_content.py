"""What the header says about a record or a draft."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from crmdesk.core.vocabulary import RecordKind
from crmdesk.ui.path_bar import PathSegment
from crmdesk.views.accounts.choices import Choices
from crmdesk.views.accounts.opened import Draft
from crmdesk.views.accounts.record_header import HeaderContent
from crmdesk.views.accounts.tree_columns import grade_look, status_look

if TYPE_CHECKING:
    from crmdesk.services.accounts import AccountRecord


def record_header(record: "AccountRecord", choices: Choices) -> HeaderContent:
    """Return the header of a record."""
    values = record.values
    owner = values.get("owner_id") or record.inherited.get("owner_id")
    return HeaderContent(
        title=record.name,
        path=tuple(PathSegment(part.name, str(part.key)) for part in record.path),
        code=str(values.get("code") or ""),
        owner=choices.name(owner) if owner else "",
        status=status_look(None if record.key.kind is RecordKind.COMPANY else str(values.get("status") or "")),
        grade=grade_look(None if values.get("grade") is None else str(values["grade"])),
        key=str(record.key),
        is_company=record.key.kind is RecordKind.COMPANY,
    )


def draft_header(draft: Draft) -> HeaderContent:
    """Return the header of a record that is being typed."""
    translate = QCoreApplication.translate
    title = (
        translate("record_header", "New company") if draft.kind is RecordKind.COMPANY else translate("record_header", "New site")
    )
    if draft.kind is RecordKind.COMPANY and draft.parent is not None:
        title = translate("record_header", "New subsidiary")
    path = tuple(PathSegment(name, str(key)) for key, name in draft.parent_path)
    return HeaderContent(title=title, path=path, is_company=draft.kind is RecordKind.COMPANY, is_new=True)
