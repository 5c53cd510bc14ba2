"""The lead score in a lead's record: one figure, what speaks for it and against it in words; or what it still waits for."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from crmdesk.core.text import QT_TRANSLATE_NOOP
from crmdesk.ui.theme.metrics import GAP, GRID
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.words import time_text

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.lead_score import LeadScored, ScoreReason, ScoreState

_T: Final = QT_TRANSLATE_NOOP
_LABELS: Final = {
    "source": _T("fields", "Source"),
    "origin": _T("fields", "Came in by"),
    "campaign": _T("fields", "Campaign"),
    "industry": _T("fields", "Industry"),
    "place": _T("fields", "City"),
    "job_title": _T("fields", "Title"),
    "headcount": _T("fields", "Employees"),
    "web_visits": _T("fields", "Visits to the web site"),
    "web_seconds": _T("fields", "Seconds on the web site"),
    "web_pages": _T("fields", "Pages per visit"),
}
_SENTENCES: Final = {
    "completeness": _T("lead_score", "{value} % filled"),
    "follow_ups": _T("lead_score", "follow-ups in the first 14 days: {value}"),
    "first_contact_days": _T("lead_score", "days until the first contact: {value}"),
    "contact_gap_days": _T("lead_score", "days between contacts: {value}"),
}
"""Traits that are no field, and are always known where they count."""
_BETWEEN: Final = " · "
_NO_BREAK: Final = "\u00a0"


class ScoreCard(QWidget):
    """Two lines beside a figure; one small line while there is no score yet; nothing for a lead that has its outcome."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure, self.caption, self.state, self.for_head, self.against_head, self.speaks_for, self.against = (
            QLabel(self) for _ in range(7)
        )
        mark(self.figure, textRole="pageTitle")
        for label in (self.caption, self.state):
            mark(label, textRole="small")
        for label in (self.for_head, self.against_head):
            mark(label, textRole="secondary")
        for label in (self.state, self.speaks_for, self.against):
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        for label in self.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)
        top = Qt.AlignmentFlag.AlignTop
        layout = QGridLayout(self)
        layout.setContentsMargins(0, GRID, 0, GRID)
        layout.setHorizontalSpacing(GAP)
        layout.setVerticalSpacing(GRID)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self.figure)
        said.addWidget(self.caption)
        said.addStretch(1)
        layout.addLayout(said, 0, 0, 2, 1)
        layout.addWidget(self.for_head, 0, 1, top)
        layout.addWidget(self.speaks_for, 0, 2, top)
        layout.addWidget(self.against_head, 1, 1, top)
        layout.addWidget(self.against, 1, 2, top)
        layout.addWidget(self.state, 2, 0, 1, 3)
        layout.setColumnStretch(2, 1)
        self.hide()

    def show_score(self, scored: "LeadScored | None", *, is_closed: bool = False) -> None:
        """Show a lead's score; of a closed lead (it has its outcome) nothing."""
        is_shown = scored is not None and not is_closed
        if scored is not None and is_shown:
            self._fill(scored)
        self.setVisible(is_shown)

    def _fill(self, scored: "LeadScored") -> None:
        probability = scored.probability
        for label in (self.figure, self.caption, self.for_head, self.against_head, self.speaks_for, self.against):
            label.setVisible(probability is not None)
        self.state.setVisible(probability is None)
        if probability is None:
            self.state.setText(state_text(scored.state))
            self.setAccessibleName(self.state.text())
            self.setToolTip("")
            return
        self.figure.setText(self.tr("{percent} %").format(percent=round(probability * 100)))
        self.caption.setText(self.tr("Score"))
        self.for_head.setText(self.tr("For"))
        self.against_head.setText(self.tr("Against"))
        nothing = self.tr("nothing that counts")
        self.speaks_for.setText(_BETWEEN.join(map(reason_text, scored.speaks_for)) or nothing)
        self.against.setText(_BETWEEN.join(map(reason_text, scored.against)) or nothing)
        self.setToolTip(state_text(scored.state))
        self.setAccessibleName(
            self.tr("Score {percent} %. For: {reasons}. Against: {others}.").format(
                percent=round(probability * 100), reasons=self.speaks_for.text(), others=self.against.text()
            )
        )


def reason_text(reason: "ScoreReason") -> str:
    """Return one reason in words, with how many points of the probability it is worth."""
    translate = QCoreApplication.translate
    value = _value_text(reason.value)
    if reason.trait in _SENTENCES:
        told = translate("lead_score", _SENTENCES[reason.trait]).format(value=value)
    else:
        name = translate("fields", _LABELS[reason.trait])
        if reason.value is None:
            told = translate("lead_score", "{field} not known").format(field=name)
        elif reason.is_other:
            told = translate("lead_score", "{field}: {value} (seldom)").format(field=name, value=value)
        else:
            told = translate("lead_score", "{field}: {value}").format(field=name, value=value)
    points = round(reason.points)
    return f"{told}{_NO_BREAK}({'+' if points > 0 else '−' if points < 0 else '±'}{abs(points)})"


def state_text(state: "ScoreState") -> str:
    """Return what the score rests on, or what it waits for."""
    translate = QCoreApplication.translate
    if state.stage == "waiting":
        return translate(
            "lead_score",
            "The score learns after {count} more outcomes; so far {converted} converted and {lost} disqualified, {each} of each are needed.",
        ).format(count=state.missing, converted=state.converted, lost=state.lost, each=state.each)
    if state.stage == "learning":
        return translate("lead_score", "The score is being learnt from your outcomes and comes in a moment.")
    if state.stage == "pointless" or state.area is None or state.made_at is None:
        return translate(
            "lead_score",
            "No score: what is known of {converted} converted and {lost} disqualified leads does not tell one from the other yet.",
        ).format(converted=state.converted, lost=state.lost)
    return translate(
        "lead_score",
        "Learnt on {day} from {converted} converted and {lost} disqualified leads. Of one of each it put the converted one first"
        " in {area} of 100 cases. It decides nothing.",
    ).format(
        day=time_text(state.made_at, with_time=False), converted=state.converted, lost=state.lost, area=round(state.area * 100)
    )


def _value_text(value: "str | float | None") -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return f"{value:,.0f}" if value == round(value) or value >= 10 else f"{value:.1f}"
