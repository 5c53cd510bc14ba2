"""Stored values as people read them in histories."""

import pytest

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.changed_values import FieldChange
from crmdesk.views.change_words import about_text, change_line


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("kind", "field", "old", "new", "line"),
    [
        (RecordKind.LEAD, "status", "new", "working", "Status: New → Working"),
        (RecordKind.LEAD, "released_by_rule", None, "unfollowed", "Released by rule: — → No follow-up for too long"),
        (RecordKind.FOLLOW_UP, "kind", "call", "visit", "Kind: Call → Visit"),
        (RecordKind.QUALIFICATION, "outcome", None, "not_yet", "Outcome: — → Not yet"),
        (RecordKind.ANSWER, "value", "yes", "partly", "Answer: Yes → Partly"),
        (RecordKind.OPPORTUNITY_CONTACT, "role", None, "champion", "Role: — → Champion"),
        (RecordKind.LEAD, "status", "new", "of_a_newer_program", "Status: New → of_a_newer_program"),
    ],
)
def test_choices_are_told_by_their_labels(kind: RecordKind, field: str, old: str | None, new: str, line: str) -> None:
    assert change_line(FieldChange(kind, "x", None, "set", field, old, new)) == line


@pytest.mark.usefixtures("qapp")
def test_a_follow_up_is_named() -> None:
    assert about_text(FieldChange(RecordKind.FOLLOW_UP, "x", "有兴趣", "ins", "text", None, "有兴趣")) == "Follow-up 有兴趣"
