"""The head of the page of leads: which list, narrowed by what, and how it is shown."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.core.lead_filter import LeadFilter
from crmdesk.ui.buttons import ActionButton, tip_with_shortcut
from crmdesk.ui.icons import icon
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.views.accounts.choices import Choices, load_choices
from crmdesk.views.context import ViewContext
from crmdesk.views.leads.filter_bar import FilterChoices, LeadFilterBar
from crmdesk.views.leads.filter_words import narrowed
from crmdesk.views.leads.presets import preset_filter
from crmdesk.views.leads.view_list import LeadViewList

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.catalogue import Services
    from crmdesk.services.lead_views import LeadView

_TYPING_MS = 120
_BOARD_KEY = "Ctrl+Shift+B"


class LeadHead(QWidget):
    """One line for the list and its text, one for its conditions.

    Signals:
        narrowed_anew: the list is another one; ask `wanted`.
        typing: something is being typed; the list follows in a moment.
        view_chosen: (`LeadView`) a saved view; the page follows with order, columns and board.
        save_asked: (`str` name) the page answers with `views.keep`.
        choices_known: (`Choices`) people and terms, read for the conditions and good for the record too.
    """

    narrowed_anew = Signal()
    typing = Signal()
    view_chosen = Signal(object)
    save_asked = Signal(str)
    choices_known = Signal(object)

    def __init__(self, context: ViewContext, keys_of: QWidget) -> None:
        """`keys_of`: the page, on which the keys of new lead and board hold."""
        super().__init__(keys_of)
        self._context = context
        self.views = LeadViewList(context, self)
        self.narrow = QLineEdit(self)
        self.narrow.setClearButtonEnabled(True)
        self.narrow.addAction(icon("funnel"), QLineEdit.ActionPosition.LeadingPosition)
        self.filters = LeadFilterBar(self)
        self.count = QLabel(self)
        self.new = QAction(self)
        self.as_board = QAction(icon("layout-dashboard"), "", self)
        self.as_board.setCheckable(True)
        self.as_board.setShortcut(QKeySequence(_BOARD_KEY))
        self.as_board.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys_of.addAction(self.as_board)
        self._board_button = QToolButton(self)
        self._board_button.setDefaultAction(self.as_board)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self.views)
        top.addWidget(self.narrow, 1)
        top.addWidget(self.count)
        top.addWidget(self._board_button)
        top.addWidget(ActionButton(self.new, kind="primary", parent=self))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        layout.setSpacing(GAP // 2)
        layout.addLayout(top)
        layout.addWidget(self.filters)
        self.narrow.textChanged.connect(self._on_typed)
        self._typing.timeout.connect(self.narrowed_anew)
        self.filters.changed.connect(self.narrowed_anew)
        self.views.list_chosen.connect(self.narrowed_anew)
        self.views.view_chosen.connect(self._on_view)
        self.views.save_asked.connect(self.save_asked)
        self._retranslate()

    @property
    def text(self) -> str:
        """What the list is narrowed by."""
        return self.narrow.text().strip()

    def wanted(self, today: date) -> LeadFilter:
        """Return which leads are shown."""
        return narrowed(preset_filter(self.views.key, today), self.filters.wanted, self.text)

    def empty_words(self) -> str:
        """Return why nothing is listed."""
        if self.text:
            return self.tr("No lead of this list is called that.")
        if self.filters.buttons:
            return self.tr("No lead of this list meets all conditions. Take one away to see more.")
        return QCoreApplication.translate("lead_lists", self.views.preset.empty)

    def load(self) -> None:
        """Read what conditions can name."""
        work = partial(_load, self._context.services, self._context.language)
        self._context.tasks.read(work, done=self._on_loaded, latest="lead choices")

    @Slot(object)
    def _on_loaded(self, offered: FilterChoices) -> None:
        self.filters.offer(offered)
        self.choices_known.emit(offered.choices)

    @Slot(object)
    def _on_view(self, view: "LeadView") -> None:
        self.filters.set_wanted(view.filter)
        self.narrow.setText(view.filter.text)
        self.view_chosen.emit(view)

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        self.typing.emit()
        self._typing.start()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.narrow.setPlaceholderText(self.tr("Name, person, phone, city …"))
        self.narrow.setAccessibleName(self.tr("Narrow the list"))
        self.as_board.setText(self.tr("Board"))
        self.as_board.setToolTip(tip_with_shortcut(self.tr("Cards in columns by status"), self.as_board.shortcut()))
        self.new.setText(self.tr("New lead"))
        self.new.setToolTip(self.tr("Enter a company or person that may become a customer"))


def _load(services: "Services", language: str) -> FilterChoices:
    """Read what conditions can name; blocking, runs in a worker."""
    choices: Choices = load_choices(services, language)
    pools = {pool.id: pool.name for pool in services.pools.all()}
    return FilterChoices(choices, pools, services.lead_lists.campaigns())
