"""A pool and its rules in one dialog: at the right who belongs to it and what its rules say; below what they would take today."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from crmdesk.core.errors import CrmError
from crmdesk.ui.dialogs import open_dialog
from crmdesk.ui.theme.metrics import GAP, GRID, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.context import ViewContext
from crmdesk.views.settings.editor_dialog import EditorDialog
from crmdesk.views.settings.member_list import MemberList
from crmdesk.views.settings.pool_words import RELEASING, falling_sentence, rule_sentences
from crmdesk.views.settings.rule_fields import RuleFields
from crmdesk.views.settings.section import make_label
from crmdesk.views.words import field_label, refusal_text

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.pool_settings import FallingBack, PoolsState
    from crmdesk.services.pools import PoolRecord

_SIZE: Final = QSize(900, 690)
_MEMBERS_WIDTH: Final = 300
_TYPING_MS: Final = 350
_LONGEST_NAME, _LONGEST_NOTE = 100, 500
_TAKING: Final = (*RELEASING, "days_by_grade", "protect_days", "takes_accounts", "for_team_id")
"""What decides how much falls back."""


def open_pool_editor(
    context: ViewContext, state: "PoolsState", pool: "PoolRecord | None", parent: QWidget | None = None
) -> "PoolEditor":
    """Open the dialog for a pool, or for a new one."""
    return open_dialog(PoolEditor(context, state, pool, parent))


class PoolEditor(EditorDialog):
    """Rules that would take something today are saved by a second press only: the first one says what they would take."""

    def __init__(
        self, context: ViewContext, state: "PoolsState", pool: "PoolRecord | None", parent: QWidget | None = None
    ) -> None:
        super().__init__(context, "", parent)
        self.setWindowTitle(self.tr("New pool") if pool is None else self.tr("Pool {name}").format(name=pool.name))
        self.open_at(_SIZE)
        self._state = state
        self._pool = pool
        self._told: tuple[object, FallingBack] | None = None  # what the preview was about, and what it said
        self._warned: object = None  # rules whose consequence was said before they are saved
        self._is_saving = False
        self.name = QLineEdit(self)
        self.note = QLineEdit(self)
        self.team = QComboBox(self)
        self.rules = RuleFields(state.grades, self)
        self.members = MemberList(state.people, state.me, self)
        self.summary = make_label("", "secondary", self)
        self.preview = make_label("", "small", self)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._ask)
        self._arrange()
        self._fill()
        self._saved_taking = self._taking()
        self.name.textEdited.connect(self._on_edited)
        self.team.activated.connect(self._on_edited)
        self.rules.edited.connect(self._on_edited)
        self.members.edited.connect(self._on_edited)
        self._on_edited()
        self.name.setFocus()

    def _arrange(self) -> None:
        columns = QHBoxLayout()
        columns.setSpacing(2 * MARGIN)
        columns.addWidget(self._left(), 11)
        columns.addLayout(self._right(), 9)
        self.body.addLayout(columns, 1)
        self.body.addWidget(self.preview)

    def _left(self) -> QScrollArea:
        form = QFormLayout()
        form.setHorizontalSpacing(MARGIN)
        form.setVerticalSpacing(GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for field, label, longest in (
            (self.name, self.tr("Pool name"), _LONGEST_NAME),
            (self.note, field_label("Note"), _LONGEST_NOTE),
        ):
            field.setMaxLength(longest)
            field.setAccessibleName(label)
            form.addRow(label, field)
        self.team.setAccessibleName(self.tr("For"))
        self.team.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.team.addItem(self.tr("Everybody"), "")
        for team, name in self._state.teams.items():
            self.team.addItem(self.tr("Team {team}").format(team=name), team)
        if self._state.teams or (self._pool is not None and self._pool.rules["for_team_id"]):
            form.addRow(self.tr("For"), self.team)
        else:
            self.team.hide()
        inner = QWidget(self)
        left = QVBoxLayout(inner)
        left.setContentsMargins(0, 0, MARGIN, 0)
        left.setSpacing(MARGIN)
        left.addLayout(form)
        left.addWidget(make_label(self.tr("An empty rule does not hold."), "small", self))
        left.addWidget(self.rules)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        area.setMinimumWidth(inner.minimumSizeHint().width() + MARGIN)  # it scrolls up and down only
        for ground in (area.viewport(), inner):
            ground.setAutoFillBackground(False)
        return area

    def _right(self) -> QVBoxLayout:
        self.members.setMinimumWidth(_MEMBERS_WIDTH)
        right = QVBoxLayout()
        right.setSpacing(GRID)
        right.addWidget(make_label(self.tr("Members"), "strong", self))
        right.addWidget(
            make_label(self.tr("Only members claim from it. Without any it is for everybody, or for its team."), "small", self)
        )
        right.addWidget(self.members, 2)
        right.addSpacing(GAP)
        right.addWidget(make_label(self.tr("In words"), "strong", self))
        words = QScrollArea(self)
        words.setFrameShape(QFrame.Shape.NoFrame)
        words.setWidgetResizable(True)
        words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.summary.setAlignment(Qt.AlignmentFlag.AlignTop)
        words.setWidget(self.summary)
        words.viewport().setAutoFillBackground(False)
        right.addWidget(words, 3)
        return right

    def _fill(self) -> None:
        pool = self._pool
        if pool is None:
            self.members.show_members({})
            return
        self.name.setText(pool.name)
        self.note.setText(pool.rules["note"] or "")
        team = str(pool.rules["for_team_id"] or "")
        if team and self.team.findData(team) < 0:
            self.team.addItem("—", team)
        self.team.setCurrentIndex(max(0, self.team.findData(team)))
        self.rules.show_rules(pool.rules)
        self.members.show_members(pool.members)

    def values(self) -> dict[str, Any]:
        """Return what stands in the dialog, by column of `models.pool.Pool`."""
        return {
            "name": self.name.text().strip(),
            "note": self.note.text().strip(),
            "for_team_id": self.team.currentData() or None,
            **self.rules.rules(),
        }

    def _taking(self) -> tuple[object, ...]:
        values = self.values()
        return (*(repr(values[key]) for key in _TAKING), tuple(sorted(self.members.members().items())))

    @Slot()
    def _on_edited(self) -> None:
        self.problem.hide()
        self.save_button.setText(self.tr("Save"))
        if not self.rules.show_problems():
            self._typing.stop()
            self.preview.setText("")
            return
        self.summary.setText("\n".join(rule_sentences(self._rules_as_stored())))
        self._typing.start()

    def _rules_as_stored(self) -> dict[str, Any]:
        from crmdesk.services.pool_settings import stored_grades

        values = self.values()
        return {**values, "days_by_grade": stored_grades(values["days_by_grade"])}

    @Slot()
    def _ask(self) -> None:
        self._typing.stop()
        asked = self._taking()
        ask = partial(
            self._context.services.pool_settings.preview,
            None if self._pool is None else self._pool.id,
            self.values(),
            self.members.members(),
        )
        self._context.tasks.read(
            partial(_with, asked, ask), done=self._on_told, failed=self._on_preview_refused, latest="pool preview"
        )

    @Slot(object)
    def _on_told(self, told: "tuple[object, FallingBack]") -> None:
        if told[0] != self._taking():
            return
        self._told = told
        found = told[1]
        takes = bool(found.leads or found.sites) and told[0] != self._saved_taking
        mark(self.preview, textRole="warn" if takes else "small")
        self.preview.setText(falling_sentence(found))
        if self._is_saving:
            self._is_saving = False
            self.save()

    @Slot(object)
    def _on_preview_refused(self, error: CrmError) -> None:
        self._is_saving = False
        self.refuse(refusal_text(error))

    @override
    def command(self) -> Callable[[], Any] | None:
        if not self.name.text().strip():
            self.refuse(self.tr("Give the pool a name."))
            self.name.setFocus()
            return None
        if not self.rules.show_problems():
            field = self.rules.first_with_problem()
            if field is not None:
                field.setFocus()
                field.selectAll()
            return None
        if not self._may_save():
            return None
        pool_id = None if self._pool is None else self._pool.id
        return partial(self._context.services.pool_settings.save, pool_id, self.values(), self.members.members())

    def _may_save(self) -> bool:
        """Return whether what the rules would take today is nothing, nothing new, or was said before."""
        taking = self._taking()
        if taking in {self._saved_taking, self._warned}:
            return True
        if self._told is None or self._told[0] != taking:
            self._is_saving = True
            self._ask()
            return False
        found = self._told[1]
        if not found.leads and not found.sites:
            return True
        self._warned = taking
        self.save_button.setText(self.tr("Save all the same"))
        self.save_button.setFocus()
        return False

    @override
    def said(self) -> str:
        name = self.name.text().strip()
        if self._pool is None:
            return self.tr("Made the pool {name}.").format(name=name)
        return self.tr("Changed the pool {name}.").format(name=name)


def _with(asked: object, ask: "Callable[[], FallingBack]") -> "tuple[object, FallingBack]":
    return asked, ask()
