"""Who is sitting here, and the colleagues who can own customers."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QPushButton, QWidget

from crmdesk.core.changes import Changes
from crmdesk.core.vocabulary import RecordKind
from crmdesk.ui.theme.metrics import GAP, ROW_HEIGHT
from crmdesk.views.context import ViewContext
from crmdesk.views.settings.section import Section
from crmdesk.views.settings.writing import Writing

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.users import UserRow

_WIDTH: Final = 320
_SHOWN: Final = 8
_LONGEST: Final = 100


class PeopleSection(Section):
    """A name is saved when its field is left or Enter is pressed."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.show_title(self.tr("People"))
        self._saved_name = ""
        self._writing = Writing(context, self)
        self.me = QLineEdit(self)
        self.people = QListWidget(self)
        self.new_name = QLineEdit(self)
        self._add = QPushButton(self.tr("&Add"), self)
        self._build()
        self.me.editingFinished.connect(self._on_name_left)
        self.new_name.returnPressed.connect(self._on_add)
        self.new_name.textChanged.connect(self._show_can_add)
        self._add.clicked.connect(self._on_add)
        self._writing.refused.connect(self._read)
        context.bus.changed.connect(self._on_changed)
        self._show_can_add()
        self._read()

    def _build(self) -> None:
        for field in (self.me, self.new_name):
            field.setMaxLength(_LONGEST)
            field.setFixedWidth(_WIDTH)
        self.add_row(self.tr("&My name"), self.me, self.tr("Colleagues see it at the customers you own and at what you change."))
        self.people.setFixedWidth(_WIDTH)
        self.people.setFrameShape(QFrame.Shape.NoFrame)
        self.people.setUniformItemSizes(True)
        self.add_row(self.tr("Co&lleagues"), self.people, self.tr("They can be chosen as the owner of a customer."))
        adding = QWidget(self)
        row = QHBoxLayout(adding)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.new_name)
        row.addWidget(self._add)
        adding.setFocusProxy(self.new_name)
        self.new_name.setPlaceholderText(self.tr("Name"))
        self.new_name.setAccessibleName(self.tr("Name of a new colleague"))
        self.add_row(self.tr("&New colleague"), adding)

    @Slot()
    def _read(self) -> None:
        self.context.tasks.read(self.context.services.users.all, done=self._on_people, latest="people")

    @Slot(object)
    def _on_people(self, rows: "tuple[UserRow, ...]") -> None:
        mine = next((row.name for row in rows if row.is_me), "")
        if not self.me.isModified() or self.me.text() == self._saved_name:
            self.me.setText(mine)
        self._saved_name = mine
        self.people.clear()
        for row in rows:
            item = QListWidgetItem(self.tr("{name} (me)").format(name=row.name) if row.is_me else row.name, self.people)
            item.setSizeHint(QSize(0, ROW_HEIGHT))
        self.people.setFixedHeight(min(_SHOWN, max(1, len(rows))) * ROW_HEIGHT + 4)

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.concerns(RecordKind.USER):
            self._read()

    @Slot()
    def _on_name_left(self) -> None:
        name = self.me.text().strip()
        if name == self._saved_name:
            return
        if not name:  # nobody is nameless: the field goes back to what is saved
            self.me.setText(self._saved_name)
            return
        self._saved_name = name
        self.me.setModified(False)
        self._writing.run(self.tr("Your name is {name} now.").format(name=name), self.context.services.users.rename_me, name)

    @Slot()
    def _show_can_add(self) -> None:
        is_named = bool(self.new_name.text().strip())
        self._add.setEnabled(is_named)
        self._add.setToolTip("" if is_named else self.tr("Waits for a name"))

    @Slot()
    def _on_add(self) -> None:
        name = self.new_name.text().strip()
        if name:
            self.new_name.clear()
            self._writing.run(self.tr("{name} was added.").format(name=name), self.context.services.users.add, name)
