"""The row at the top: menu button, the one search box, *New*, and what the caller adds at the right."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from crmdesk.ui.icons import icon
from crmdesk.ui.theme.metrics import BAR_HEIGHT, GAP, ICON_LARGE, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.ui.theme.tokens import Role

_SEARCH_WIDTH: Final = 560


class TopRow(QWidget):
    """Lives at the top of the shell.

    Signals:
        navigation_toggled: the menu button was pressed.
    """

    navigation_toggled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, surface="window", edge="bottom")
        self.setFixedHeight(BAR_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._toggle = QToolButton(self)
        self._toggle.setIcon(icon("menu"))
        self._toggle.setIconSize(QSize(ICON_LARGE, ICON_LARGE))
        self._toggle.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+B is its keyboard path; a start would put the focus here
        self._toggle.clicked.connect(self.navigation_toggled)
        self._search: QWidget | None = None
        self._new: QPushButton | None = None
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(GAP + 2, 0, MARGIN, 1)
        self._layout.setSpacing(GAP)
        self._layout.addWidget(self._toggle)
        self._layout.addStretch(1)
        self._retranslate()

    @property
    def search(self) -> QWidget | None:
        """The widget in the search slot."""
        return self._search

    @property
    def new_button(self) -> QPushButton | None:
        """The *New* button, once it has a menu."""
        return self._new

    def set_search(self, search: QWidget) -> None:
        """Put a widget into the search slot."""
        self._search = search
        search.setMaximumWidth(_SEARCH_WIDTH)
        search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._layout.insertWidget(1, search, 20)

    def set_new_menu(self, menu: QMenu) -> None:
        """Offer what can be created."""
        if self._new is None:
            self._new = QPushButton(self)
            mark(self._new, kind="primary")
            self._new.setIcon(icon("plus", Role.ON_ACCENT))
            self._layout.addWidget(self._new)
        self._new.setMenu(menu)
        self._retranslate()

    def add_widget(self, widget: QWidget) -> None:
        """Add something at the right end."""
        self._layout.addWidget(widget)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._toggle.setAccessibleName(self.tr("Navigation"))
        self._toggle.setToolTip(self.tr("Show or hide the words of the navigation  Ctrl+B"))
        if self._new is not None:
            self._new.setText(self.tr("&New"))
            self._new.setAccessibleName(self.tr("New"))
            self._new.setToolTip(self.tr("Create something new  Ctrl+N"))
