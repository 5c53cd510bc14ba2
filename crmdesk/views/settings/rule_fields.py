"""The rules of a pool as fields: a number, or nothing for a rule that does not hold; what is no number is said below its field."""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from crmdesk.ui.theme.metrics import GAP, GRID
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.settings.section import make_label
from crmdesk.views.words import field_label

_NUMBER_WIDTH: Final = 64
_GRADE_WIDTH: Final = 48
_NONE: Final = "—"


class RuleFields(QWidget):
    """Three groups of rules, a grid wide.

    Signals:
        edited: something was changed by the user.
    """

    edited = Signal()

    def __init__(self, grades: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from crmdesk.services.pool_settings import DAYS, GRADES

        self._grades_key = GRADES
        self.numbers: dict[str, QLineEdit] = {}
        self.switches: dict[str, QCheckBox] = {}
        self.grades: dict[str, QLineEdit] = {}
        self._problems: dict[str, QLabel] = {}
        self._labels = dict(DAYS)
        self._kept: dict[str, int] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(GRID)
        self._grid.setColumnStretch(2, 1)
        self._add_caption(self.tr("Claiming"))
        self._add_number("daily_claims", self.tr("records each person"))
        self._add_number("held_limit", self.tr("open leads each person"))
        self._add_number("wait_days", self.tr("days until a claim of the same record"))
        self._add_caption(self.tr("Falling back"))
        self._add_number("unfollowed_days", self.tr("days since the last follow-up"))
        self._add_number("no_opportunity_days", self.tr("days since the owner got it"))
        self._add_number("after_contract_days", self.tr("days since the contract ended"))
        self._add_switch("takes_accounts", self.tr("Customers without &business fall back too"))
        self._add_grades(grades)
        self._add_number("protect_days", self.tr("days in which nothing is taken away"))
        self._add_number("warn_days", self.tr("days before it falls back"))
        self._add_caption(self.tr("While a record waits"))
        self._add_switch("masks_contacts", self.tr("&Phone and mail are shown in part"))
        self._add_number("daily_views", self.tr("records each person"))
        self._add_switch("asks_reason", self.tr("A release needs a &reason"))
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self.switches["takes_accounts"].toggled.connect(self._show_grades)
        self._show_grades()

    def show_rules(self, rules: Mapping[str, Any]) -> None:
        """Show stored rules, by column of `models.pool.Pool`."""
        from crmdesk.services.pool_settings import days_of_grades

        for key, field in self.numbers.items():
            field.setText("" if rules.get(key) is None else str(rules[key]))
        for key, switch in self.switches.items():
            switch.setChecked(bool(rules.get(key)))
        stored = days_of_grades(rules.get(self._grades_key))
        self._kept = {grade: days for grade, days in stored.items() if grade not in self.grades}
        for grade, field in self.grades.items():
            field.setText(str(stored[grade]) if grade in stored else "")
        self._show_grades()

    def rules(self) -> dict[str, Any]:
        """Return what stands in the fields; a text that is no number is returned as it is."""
        grades: dict[str, object] = dict(self._kept)  # of grades that are no longer offered
        typed = {grade: _number(field.text()) for grade, field in self.grades.items() if field.text().strip()}
        if not self.switches["takes_accounts"].isChecked():  # what cannot be corrected is left out
            typed = {grade: days for grade, days in typed.items() if isinstance(days, int)}
        grades |= typed
        return {
            **{key: _number(field.text()) for key, field in self.numbers.items()},
            **{key: int(switch.isChecked()) for key, switch in self.switches.items()},
            self._grades_key: grades or None,
        }

    def show_problems(self) -> bool:
        """Say below each field what is wrong with it; return whether nothing is."""
        from crmdesk.services.pool_settings import check_rules

        found = {problem.field: problem for problem in check_rules(self.rules())}
        for key, label in self._problems.items():
            problem = found.get(key)
            if problem is not None:
                template = QCoreApplication.translate("errors", problem.template)
                label.setText(template.format(field=field_label(problem.label)))
            label.setVisible(problem is not None)
            for field in (self.numbers[key],) if key in self.numbers else self.grades.values():
                mark(field, problem="bad" if problem is not None else "")
                field.setAccessibleDescription("" if problem is None else label.text())
        return not found

    def first_with_problem(self) -> QLineEdit | None:
        """Return the first field something is wrong with."""
        for key, label in self._problems.items():
            if not label.isHidden():
                return self.numbers.get(key) or next(iter(self.grades.values()), None)
        return None

    def _add_caption(self, text: str) -> None:
        at = self._grid.rowCount()
        if at > 1:
            self._grid.setRowMinimumHeight(at, GAP)
            at += 1
        self._grid.addWidget(make_label(text, "strong", self), at, 0, 1, 3)

    def _add_number(self, key: str, unit: str) -> None:
        field = self._field(field_label(self._labels[key]), _NUMBER_WIDTH)
        field.setToolTip(unit)
        self.numbers[key] = field
        self._add_row(key, field_label(self._labels[key]), field, unit)

    def _add_grades(self, grades: Sequence[str]) -> None:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID)
        label = field_label("Days by grade")
        for grade in grades:
            field = self._field(f"{label} {grade}", _GRADE_WIDTH)
            field.setToolTip(self.tr("Days without a follow-up for customers of grade {grade}").format(grade=grade))
            self.grades[grade] = field
            name = QLabel(grade, holder)
            name.setContentsMargins(GAP if row.count() else 0, 0, 0, 0)
            row.addWidget(name)
            row.addWidget(field)
        row.addStretch(1)
        at = self._add_row(self._grades_key, label, None, "")
        self._grid.addWidget(holder, at, 1, 1, 2)

    def _add_row(self, key: str, label: str, field: QLineEdit | None, unit: str) -> int:
        at = self._grid.rowCount()
        name = QLabel(label, self)
        self._grid.addWidget(name, at, 0)
        if field is not None:
            name.setBuddy(field)
            self._grid.addWidget(field, at, 1)
            told = make_label(unit, "small", self)
            told.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            self._grid.addWidget(told, at, 2)
        problem = make_label("", "bad", self)
        problem.hide()
        self._grid.addWidget(problem, at + 1, 0, 1, 3)
        self._problems[key] = problem
        return at

    def _add_switch(self, key: str, text: str) -> None:
        switch = QCheckBox(text, self)
        switch.toggled.connect(self.edited)
        self.switches[key] = switch
        self._grid.addWidget(switch, self._grid.rowCount(), 0, 1, 3)

    def _field(self, name: str, width: int) -> QLineEdit:
        field = QLineEdit(self)
        field.setFixedWidth(width)
        field.setMaxLength(12)
        field.setPlaceholderText(_NONE)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        field.setAccessibleName(name)
        field.textEdited.connect(self.edited)
        return field

    def _show_grades(self) -> None:
        takes = self.switches["takes_accounts"].isChecked()
        for field in self.grades.values():
            field.setEnabled(takes)


def _number(text: str) -> object:
    plain = unicodedata.normalize("NFKC", text).strip()
    return None if not plain else int(plain) if plain.isdecimal() else plain
