"""The dialog that takes a merge back: what goes back by itself, and what is to be decided because it was changed since."""

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from crmdesk.core.errors import CrmError
from crmdesk.services.record_fields import field_info
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.messages import Severity
from crmdesk.ui.theme.metrics import GAP, GRID, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.context import ViewContext
from crmdesk.views.merging.wording import counts_text, merging_text
from crmdesk.views.undo_words import skipped_text
from crmdesk.views.words import field_label, listed, refusal_text, time_text, word

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.unmerging import Question, Unmerged, UnmergePreview

_SIZE: Final = QSize(640, 420)
_BACK: Final = "back"


class UnmergeDialog(QDialog):
    """Asks first, writes when the button is pressed.

    Signals:
        unmerged: `services.unmerging.Unmerged`, afterwards.
    """

    unmerged = Signal(object)

    def __init__(self, context: ViewContext, what: RecordKey | str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._what = what
        self._preview: UnmergePreview | None = None
        self.boxes: dict[str, QComboBox] = {}
        self.resize(_SIZE)
        mark(self, surface="surface")
        self._said = self._label("strong")
        self._follows = self._label()
        self._outcome = self._label("secondary")
        self.problem = self._label("bad")
        self.problem.hide()
        self._questions = QGridLayout()
        self._questions.setHorizontalSpacing(MARGIN)
        self._questions.setVerticalSpacing(GRID)
        self._questions.setColumnStretch(0, 1)
        self.unmerge_button = QPushButton(self)
        self.unmerge_button.setDefault(True)
        self.unmerge_button.setEnabled(False)
        mark(self.unmerge_button, kind="primary")
        self.unmerge_button.clicked.connect(self._on_unmerge_clicked)
        self._cancel = QPushButton(self)
        self._cancel.setAutoDefault(False)
        self._cancel.clicked.connect(self.reject)
        self._arrange()
        self._retranslate()
        work = partial(context.services.unmerging.preview, what)
        context.tasks.write(work, done=self._on_preview, failed=self._on_refused)  # carried out and dropped again

    def _label(self, role: str = "") -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            mark(label, textRole=role)
        return label

    def _arrange(self) -> None:
        page = QWidget(self)
        mark(page, surface="surface")
        inside = QVBoxLayout(page)
        inside.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        inside.setSpacing(GAP)
        for label in (self._said, self._follows, self._outcome):
            inside.addWidget(label)
        inside.addLayout(self._questions)
        inside.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(page)
        foot = QWidget(self)
        mark(foot, surface="window", edge="top")
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        buttons.addWidget(self.problem, 1)
        buttons.addStretch(0)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self.unmerge_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addWidget(foot)

    @Slot(object)
    def _on_preview(self, preview: "UnmergePreview") -> None:
        self._preview = preview
        self.unmerge_button.setEnabled(True)
        for question in preview.questions:
            self._add_question(question)
        self._retranslate()

    def _add_question(self, question: "Question") -> None:
        number = self._questions.rowCount()
        info = field_info(question.kind, question.field) if question.field else None
        kind = word(question.kind)
        title = field_label(info.label) if info is not None else self.tr("{kind}: {name}").format(kind=kind, name=question.name)
        label = self._label()
        label.setText(self.tr("{what} – {reason}").format(what=title, reason=merging_text(question.reason)))
        box = QComboBox(self)
        box.setAccessibleName(label.text())
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(26)
        for option in question.options:
            box.addItem(self._option_text(question, option.value, option.text), option.value)
        box.setCurrentIndex(max(0, box.findData(question.default)))
        self.boxes[question.id] = box
        self._questions.addWidget(label, number, 0)
        self._questions.addWidget(box, number, 1)

    def _option_text(self, question: "Question", value: str, text: str) -> str:
        if question.field is None:
            return (
                self.tr("goes to {name}").format(name=text)
                if value != question.default
                else self.tr("stays with {name}").format(name=text)
            )
        shown = text or "—"
        return self.tr("back to {value}").format(value=shown) if value == _BACK else self.tr("leave {value}").format(value=shown)

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self.problem.setText(refusal_text(error))
        self.problem.show()
        self.unmerge_button.setEnabled(self._preview is not None)

    @Slot()
    def _on_unmerge_clicked(self) -> None:
        if self._preview is None:
            return
        self.unmerge_button.setEnabled(False)
        answers = {question: str(box.currentData()) for question, box in self.boxes.items()}
        work = partial(self._context.services.unmerging.unmerge, self._preview.transaction, answers)
        self._context.tasks.write(work, done=self._on_unmerged, failed=self._on_refused)

    @Slot(object)
    def _on_unmerged(self, done: "Unmerged") -> None:
        self._context.published(done.changes)
        text = self.tr("{merged} is a record of its own again.").format(merged=self._merged_names())
        if len(done.merged) > 1:
            text = self.tr("{merged} are records of their own again.").format(merged=self._merged_names())
        self._context.frame.show_message(text, Severity.OK)
        self.unmerged.emit(done)
        self.accept()

    def _merged_names(self) -> str:
        return "" if self._preview is None else listed(one.name for one in self._preview.merged)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Take a merge back"))
        self.unmerge_button.setText(self.tr("Take back"))
        self._cancel.setText(self.tr("Cancel"))
        preview = self._preview
        if preview is None:
            return
        said = self.tr("Merged into {name} on {day} by {user}: {merged}.")
        self._said.setText(
            said.format(
                merged=self._merged_names(),
                name=preview.survivor.name,
                day=time_text(preview.at, with_time=False),
                user=preview.user_name or "—",
            )
        )
        counts = counts_text(preview.goes_back)
        self._follows.setText(self.tr("Goes back: {counts}.").format(counts=counts) if counts else "")
        self._follows.setVisible(bool(counts))
        self._outcome.setText(self._outcome_text(preview))

    def _outcome_text(self, preview: "UnmergePreview") -> str:
        if preview.is_exact:
            return self.tr("Nothing was changed since: everything will be as it was before the merge.")
        left = [skipped_text(one) for one in preview.told]
        if preview.questions:
            left.insert(0, self.tr("Some things were changed or added since. Decide what becomes of them:"))
        return "\n".join(left)
