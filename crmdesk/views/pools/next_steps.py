"""What stands on the page of pools where nothing is, and the step that changes it."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from crmdesk.core.vocabulary import RecordKind
from crmdesk.ui.empty_state import EmptyState
from crmdesk.views.context import ViewContext
from crmdesk.views.pools.places import Place


class NextSteps(QObject):
    """Holds the two ways out: the settings of pools, and an import of leads."""

    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.to_settings, self.to_import = QAction(self), QAction(self)
        self.to_settings.triggered.connect(self._on_to_settings)
        self.to_import.triggered.connect(self._on_to_import)
        self.retranslate()

    @Slot()
    def _on_to_settings(self) -> None:
        self._context.frame.show_page("settings")

    @Slot()
    def _on_to_import(self) -> None:
        self._context.import_asked.emit("")

    def retranslate(self) -> None:
        """Name the steps in the present language."""
        self.to_settings.setText(self.tr("Pools in the settings"))
        self.to_settings.setToolTip(self.tr("Make pools, say who belongs to them and by which rules"))
        self.to_import.setText(self.tr("Import leads"))
        self.to_import.setToolTip(self.tr("Read leads from a file and put them into a pool"))

    def show_no_pool(self, empty: EmptyState, others: int) -> None:
        """Say that there is no pool, or that none of the others is open to me."""
        if others:
            text = self.tr("None of the pools is open to you. Their administrators add members in the settings.")
            empty.show_state("inbox", text, (self.to_settings,))
        else:
            text = self.tr(
                "No pool yet. What nobody works on waits in a pool until somebody claims it: make one in the settings."
            )
            empty.show_state("inbox", text, (self.to_settings, self.to_import))

    def show_nothing(self, empty: EmptyState, place: Place, *, is_narrowed: bool) -> None:
        """Say why a list is empty."""
        if place.pool is None:
            text = self.tr("By the rules of the pools nothing falls back in the next days. Well done.")
            empty.show_state("circle-check", text)
        elif is_narrowed:
            empty.show_state("inbox", self.tr("Nothing in this pool is called that."))
        elif place.kind is RecordKind.SITE:
            text = self.tr("No account waits in the pool {pool}. Its rules bring those without business.")
            empty.show_state("inbox", text.format(pool=place.pool.name), (self.to_settings,))
        else:
            text = self.tr("Nothing waits in the pool {pool}. Import leads into it, or release some.")
            empty.show_state("inbox", text.format(pool=place.pool.name), (self.to_import, self.to_settings))
