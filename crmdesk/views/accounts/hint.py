"""What stands at the right while no record is chosen: what the keyboard can do."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from crmdesk.ui.icons import icon
from crmdesk.ui.key_names import key_text
from crmdesk.ui.theme.metrics import GAP, MARGIN
from crmdesk.ui.theme.sheet import mark
from crmdesk.ui.theme.tokens import Role

_PICTURE = 32


class Hint(QWidget):
    """A quiet list of keys in the middle of its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, surface="surface")
        self._picture = QLabel(self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setPixmap(icon("list-tree", Role.SECONDARY).pixmap(_PICTURE, _PICTURE))
        self._sentence = QLabel(self)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        mark(self._sentence, textRole="secondary")
        self._rows: list[tuple[QLabel, QLabel]] = []
        grid = QGridLayout()
        grid.setHorizontalSpacing(MARGIN)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(3, 1)
        for number in range(6):
            keys, what = QLabel(self), QLabel(self)
            keys.setAlignment(Qt.AlignmentFlag.AlignRight)
            mark(keys, textRole="strong")
            mark(what, textRole="secondary")
            grid.addWidget(keys, number, 1)
            grid.addWidget(what, number, 2)
            self._rows.append((keys, what))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.setSpacing(MARGIN)
        layout.addStretch(2)
        layout.addWidget(self._picture)
        layout.addWidget(self._sentence)
        layout.addLayout(grid)
        layout.addStretch(3)
        self._retranslate()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._sentence.setText(self.tr("Choose a company or a site in the tree to see it here."))
        texts = (
            ("Ctrl+K", self.tr("search for a company, site or person")),
            ("Ctrl+N", self.tr("enter a new company or site")),
            ("Return", self.tr("go from the tree into the record")),
            ("F2", self.tr("rename in the tree")),
            ("*", self.tr("open everything below a company")),
            ("Ctrl+Z", self.tr("take back what was done last")),
        )
        for (keys, what), (sequence, text) in zip(self._rows, texts, strict=True):
            keys.setText(key_text(sequence))
            what.setText(text)
