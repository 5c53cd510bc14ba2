"""Conflicts and waiting edits in words a salesperson understands: what happened, what can be answered."""

from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from crmdesk.core.exchange_words import Choice, ConflictKind, ParkedWhy
from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.services.changed_values import FieldChange
from crmdesk.services.record_fields import field_info
from crmdesk.ui.chips import ChipLook, Shape
from crmdesk.ui.theme.tokens import Role
from crmdesk.views.change_words import about_text, value_text
from crmdesk.views.words import field_label, time_text

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.questions import Question, Side, WaitingEdit

_T: Final = QT_TRANSLATE_NOOP
_KINDS: Final = {
    ConflictKind.FIELD: _T("conflicts", "Changed twice"),
    ConflictKind.INVALID: _T("conflicts", "Does not fit"),
    ConflictKind.CODE: _T("conflicts", "Code taken"),
    ConflictKind.DELETE: _T("conflicts", "Not deleted"),
    ConflictKind.CYCLE: _T("conflicts", "Not moved"),
    ConflictKind.MERGE: _T("conflicts", "Merged elsewhere"),
    ConflictKind.REVIVED: _T("conflicts", "Came back"),
    ConflictKind.PARENT: _T("conflicts", "Moved up"),
    ConflictKind.DUPLICATE: _T("conflicts", "Same credit code"),
    ConflictKind.CLAIM: _T("conflicts", "Held by another"),
    ConflictKind.RULE: _T("conflicts", "Stays in its pool"),
}
_WAITING: Final = _T("conflicts", "Waits for a word")
_STORIES: Final = {
    ConflictKind.FIELD: _T("conflicts", "{other} changed {field} before your change arrived. Which one holds?"),
    ConflictKind.INVALID: _T("conflicts", "What you entered as {field} does not fit and was not taken over."),
    ConflictKind.CODE: _T(
        "conflicts",
        "The code {mine} belongs to {theirs} already. If it is the same customer, merge them; else choose another code.",
    ),
    ConflictKind.DELETE: _T("conflicts", "You deleted this, but {other} had changed it meanwhile. So it was not deleted."),
    ConflictKind.CYCLE: _T(
        "conflicts", "You moved this under {mine}; with a move of {other} it would lie below itself. So it stays under {theirs}."
    ),
    ConflictKind.MERGE: _T(
        "conflicts", "You merged this into {mine}; {other} had merged it into {theirs} before. Are all of them one?"
    ),
    ConflictKind.REVIVED: _T("conflicts", "This had been deleted. It came back because somebody worked on it meanwhile."),
    ConflictKind.PARENT: _T("conflicts", "The company this lay under was deleted. It lies under {theirs} now."),
    ConflictKind.DUPLICATE: _T("conflicts", "{theirs} has the same credit code {mine}. Is it the same company?"),
    ConflictKind.CLAIM: _T("conflicts", "{other} holds this, since {time}. Your calls and notes stay with the customer."),
    ConflictKind.RULE: _T("conflicts", "A rule of the pool {theirs} kept it there."),
}
_RULES: Final = {
    "held_limit": _T(
        "conflicts", "You have as many prospects as the pool {theirs} allows. It stays there, for you or others to claim later."
    ),
    "wait_days": _T(
        "conflicts", "You had it before: by the rules of the pool {theirs} others come first for some days. It stays there."
    ),
    "daily_claims": _T(
        "conflicts", "You claimed as many that day as the pool {theirs} allows. It stays there, for you or others to claim later."
    ),
}
"""Why a pool kept what was claimed, by the rule's field."""
_TOP_STORIES: Final = {
    ConflictKind.CYCLE: _T(
        "conflicts", "You moved this under {mine}; with a move of {other} it would lie below itself. So it stays at the top."
    ),
    ConflictKind.PARENT: _T("conflicts", "The company this lay under was deleted. It lies at the top now."),
}
"""Of a company that has none above it at the centre."""
_OTHERS_STORY: Final = _T("conflicts", "{author} changed {field} too, after {other}. Which one holds?")
_ASKED_STORY: Final = _T("conflicts", "{author} changed {field} too, after you. Yours holds until one of you settles it.")
_UNSEEN_CODE: Final = _T("conflicts", "The code {mine} belongs to a customer you do not see. Choose another one.")
_WHYS: Final = {
    ParkedWhy.ACCESS: _T("conflicts", "{author} may not change this customer himself."),
    ParkedWhy.GUARDED: _T("conflicts", "{author} would like to change this; only its owner or a manager may."),
    ParkedWhy.INVALID: _T("conflicts", "What {author} entered does not fit."),
    ParkedWhy.DISABLED: _T("conflicts", "{author} made this before his access ended."),
    ParkedWhy.UNKNOWN_RECORD: _T("conflicts", "{author} changed something that the centre does not know."),
    ParkedWhy.SCHEMA: _T(
        "conflicts", "{author} has a newer program; this follows by itself once the centre is brought up to date."
    ),
    ParkedWhy.ERROR: _T("conflicts", "The centre could not take over what {author} entered."),
}
_SENT_TO: Final = _T("conflicts", "Sent to {name}, who decides.")
_SENT: Final = _T("conflicts", "Sent to whoever manages the team, who decides.")
_SOMEBODY: Final = _T("conflicts", "Somebody")
_KEEP: Final = {
    ConflictKind.FIELD: _T("conflicts", "&Keep theirs"),
    ConflictKind.INVALID: _T("conflicts", "&Keep what is there"),
    ConflictKind.CODE: _T("conflicts", "&Keep it without a code"),
    ConflictKind.DELETE: _T("conflicts", "&Keep the record"),
    ConflictKind.CYCLE: _T("conflicts", "&Keep it there"),
    ConflictKind.MERGE: _T("conflicts", "&Keep it so"),
    ConflictKind.DUPLICATE: _T("conflicts", "&Keep both"),
}
_OK: Final = _T("conflicts", "O&K, seen")
_KEEP_IT: Final = _T("conflicts", "&Keep it as it is")
_MINE: Final = {
    ConflictKind.FIELD: _T("conflicts", "Use &mine"),
    ConflictKind.DELETE: _T("conflicts", "Delete it all the sa&me"),
    ConflictKind.CYCLE: _T("conflicts", "&Move it all the same"),
    ConflictKind.MERGE: _T("conflicts", "&Merge them all the same"),
}
_OTHERS: Final = _T("conflicts", "Use what {name} ca&me with")
_TYPE: Final = _T("conflicts", "&Type another …")
_ASK: Final = _T("conflicts", "&Ask {name} …")
_ASK_ALL: Final = _T("conflicts", "&Ask …")
_ACCEPT: Final = _T("conflicts", "&Yes, let it in")
_DISMISS: Final = _T("conflicts", "&No, leave it out")


def conflict_text(text: str) -> str:
    """Return a sentence of the translation context `conflicts`."""
    return QCoreApplication.translate("conflicts", text)


def kind_look(kind: ConflictKind | None, *, needs_me: bool, is_flat: bool = True) -> ChipLook:
    """Return the sign of a kind of conflict, None for a waiting edit; what waits for me is marked."""
    text = conflict_text(_WAITING if kind is None else _KINDS[kind])
    return ChipLook(text, Role.WARN if needs_me else Role.SECONDARY, Shape.DISC if needs_me else Shape.RING, is_flat)


def field_text(question: "Question") -> str:
    """Return the name of the field, empty where the whole record is meant."""
    info = None if question.field is None else field_info(question.table, question.field)
    return "" if info is None else field_label(info.label)


def subject_text(question: "Question | WaitingEdit") -> str:
    """Return what a question is about when it is not the customer itself: `Contact 王五`."""
    if question.account is not None and question.account.key.id == question.record:
        return ""
    return about_text(FieldChange(question.table, question.record, question.record_name, "", "", None, None))


def side_text(question: "Question", side: "Side", *, longest: int = 0) -> str:
    """Return one of the values as people read it, empty for none."""
    change = FieldChange(question.table, question.record, None, "set", question.field or "", None, None)
    text = side.text
    if text is None and isinstance(side.value, str) and len(side.value) == 32 and side.value.isalnum() and question.field is None:
        return ""  # a record this laptop does not know
    return value_text(change, side.value, text, longest=longest)


def author_text(side: "Side") -> str:
    """Return who a value is from."""
    return side.by or conflict_text(_SOMEBODY)


def time_or_dash(at: datetime | None) -> str:
    """Return a time for people, a dash for none."""
    return "—" if at is None else time_text(at)


def story_text(question: "Question") -> str:
    """Return in one or two sentences what happened."""
    template = _STORIES[question.kind]
    if question.kind is ConflictKind.RULE:
        template = _RULES.get(question.field or "", template)
    if question.theirs.value is None:
        template = _TOP_STORIES.get(question.kind, template)
    if question.kind is ConflictKind.FIELD and not question.mine.is_me:
        template = _ASKED_STORY if question.theirs.is_me else _OTHERS_STORY
    if question.kind is ConflictKind.CODE and not side_text(question, question.theirs):
        template = _UNSEEN_CODE
    return conflict_text(template).format(
        other=author_text(question.theirs),
        author=author_text(question.mine),
        field=field_text(question) or "—",
        mine=side_text(question, question.mine, longest=40) or "—",
        theirs=side_text(question, question.theirs, longest=40) or "—",
        time=time_or_dash(question.theirs.at),
    )


def waiting_story(edit: "WaitingEdit") -> str:
    """Return why an edit waits, and for whom."""
    text = conflict_text(_WHYS[edit.why]).format(author=edit.by or conflict_text(_SOMEBODY))
    if edit.needs_me:
        return text
    return conflict_text(_SENT_TO).format(name=edit.for_name) if edit.for_name else conflict_text(_SENT)


def choice_text(question: "Question | None", choice: Choice) -> str:
    """Return the words of a button, the key letter marked; for several questions at once (None) those of the plain case."""
    plain = {Choice.ACCEPT: _ACCEPT, Choice.DISMISS: _DISMISS, Choice.OTHER: _TYPE}
    if choice in plain:
        return conflict_text(plain[choice])
    if choice is Choice.ASK:
        return conflict_text(_ASK_ALL) if question is None else conflict_text(_ASK).format(name=_other_person(question))
    if question is None:
        return conflict_text((_KEEP if choice is Choice.KEEP else _MINE)[ConflictKind.FIELD])
    if question.kind is ConflictKind.FIELD and not question.mine.is_me:
        return conflict_text(_KEEP_IT if choice is Choice.KEEP else _OTHERS).format(name=author_text(question.mine))
    return conflict_text(_KEEP.get(question.kind, _OK) if choice is Choice.KEEP else _MINE[question.kind])


def _other_person(question: "Question") -> str:
    return author_text(question.mine if question.theirs.is_me else question.theirs)
