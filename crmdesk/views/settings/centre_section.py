"""The centre the store exchanges with: connecting to one, or what was chosen about it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crmdesk.core.changes import Changes
from crmdesk.views.context import ViewContext
from crmdesk.views.exchange.connect_form import ConnectForm
from crmdesk.views.exchange.job import Greeted
from crmdesk.views.exchange.link import LinkState
from crmdesk.views.exchange.link_form import LinkForm
from crmdesk.views.settings.section import Section


class CentreSection(Section):
    """One of two forms, made when it is known whether there is a centre."""

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.show_title(self.tr("Centre"))
        self.form: ConnectForm | LinkForm | None = None
        self._link: LinkState | None = None
        self._place = QWidget(self)
        self._layout = QVBoxLayout(self._place)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.add_widget(self._place)
        context.bus.changed.connect(self._on_changed)
        self._read()

    @Slot()
    def _read(self) -> None:
        if self.context.is_ready and self.context.may_exchange:
            self.context.tasks.read(self.context.exchange.link.now, done=self._on_link, latest="link")

    @Slot(object)
    def _on_changed(self, changes: Changes) -> None:
        if changes.concerns("centre"):
            self._read()

    @Slot(object)
    def _on_link(self, link: LinkState) -> None:
        if link == self._link:
            return
        before, self._link = self._link, link
        if isinstance(self.form, LinkForm) and before is not None and link.address == before.address:
            self.form.show_link(link)  # who chooses keeps his place
            return
        if self.form is not None:
            self.form.shut_down()
            self._layout.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
        self.form = self._link_form(link) if link.is_connected else self._connect_form()
        self._layout.addWidget(self.form)
        self.form.show()

    def _link_form(self, link: LinkState) -> LinkForm:
        made = LinkForm(self.context, link, self._place)
        made.left.connect(self._read)
        return made

    def _connect_form(self) -> ConnectForm:
        made = ConnectForm(self.context, self._place)
        made.connected.connect(self._on_connected)
        return made

    @Slot(object)
    def _on_connected(self, _greeted: Greeted) -> None:
        self.context.published(Changes(action="exchange", touched={"centre": None}))
        self.context.exchange.begin()
