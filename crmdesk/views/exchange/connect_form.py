"""The settings of a store without a centre: where it is, who one is there, and a knock before anything is kept."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from crmdesk.core.errors import CrmError
from crmdesk.ui.languages import translate_error
from crmdesk.ui.theme.metrics import GAP
from crmdesk.ui.theme.sheet import mark
from crmdesk.views.context import ViewContext
from crmdesk.views.exchange.file_field import FileField
from crmdesk.views.exchange.job import CentreLogin, ExchangeJob, Greeted
from crmdesk.views.settings.section import Section, make_label

_WIDTH: Final = 360


class ConnectForm(Section):
    """Trying keeps nothing; connecting keeps address and name in the store and the password in the keyring.

    Signals:
        connected: `Greeted`; the store has a centre now.
    """

    connected = Signal(object)

    def __init__(self, context: ViewContext, parent: QWidget) -> None:
        super().__init__(context, parent)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._job: ExchangeJob | None = None
        self._only_try = False
        self.address, self.user, self.password = (QLineEdit(self) for _ in range(3))
        self._make_files()
        self.is_local = QCheckBox(self.tr("&On this computer, without encryption"), self)
        self.connect_button = QPushButton(self.tr("&Connect"), self)
        self.try_button = QPushButton(self.tr("&Try"), self)
        self.stop_button = QPushButton(self.tr("Stop"), self)
        self.outcome = make_label("", "", self)
        self._build()
        for field in (self.address, self.user, self.password, self.certificate.line, self.key_file.line):
            field.textChanged.connect(self._show_can_connect)
            field.returnPressed.connect(self._on_connect)
        self.connect_button.clicked.connect(self._on_connect)
        self.try_button.clicked.connect(self._on_try)
        self.stop_button.clicked.connect(self._on_stop)
        self._show_can_connect()

    def _make_files(self) -> None:
        certificates, keys = self.tr("Certificates (*.pem *.crt *.cer)"), self.tr("Keys (*.pem *.key)")
        name, title = self.tr("File of the company's certificate"), self.tr("The company's certificate")
        self.ca_file = FileField(name, title, certificates, _WIDTH, self)
        name, title = self.tr("File of your certificate"), self.tr("Your certificate")
        self.certificate = FileField(name, title, certificates, _WIDTH, self)
        name, title = self.tr("File of the certificate's key"), self.tr("The certificate's key")
        self.key_file = FileField(name, title, keys, _WIDTH, self)

    def _build(self) -> None:
        intro = self.tr(
            "A centre keeps the work of all colleagues together. You go on working on this computer, with or without a network; "
            "what you change is sent, and what others change comes here, every few minutes and whenever you press the button."
        )
        self.add_widget(make_label(intro, "secondary", self))
        for field in (self.address, self.user, self.password):
            field.setFixedWidth(_WIDTH)
        self.address.setPlaceholderText("centre.example.com/crmdesk")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_row(
            self.tr("&Address"), self.address, self.tr("As your administrator told you, with port and database where needed.")
        )
        self.add_row(self.tr("&Login name"), self.user)
        self.add_row(self.tr("&Password"), self.password, self.tr("Kept in this computer's keyring, never in the file."))
        hint = self.tr("Only if your company issues its own: its file (PEM). Else what this computer trusts is used.")
        self.add_row(self.tr("Company ce&rtificate"), self.ca_file, hint)
        hint = self.tr("Only if you log in by a certificate of your own: its file (PEM). The password is then that of its key.")
        self.add_row(self.tr("&Your certificate"), self.certificate, hint)
        self.add_row(
            self.tr("Its &key"), self.key_file, self.tr("The file of the certificate's private key (PEM). It stays where it is.")
        )
        self.add_row("", self.is_local, self.tr("Only to try things out: a centre on this very computer."))
        self.is_local.setAccessibleName(self.tr("On this computer, without encryption"))
        buttons = QWidget(self)
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        mark(self.connect_button, kind="primary")
        mark(self.stop_button, kind="quiet")
        for button in (self.connect_button, self.try_button, self.stop_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self.stop_button.hide()
        self.add_widget(buttons)
        self.add_widget(self.outcome)
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def login(self) -> CentreLogin:
        """Return what is typed."""
        return CentreLogin(
            self.address.text().strip(),
            self.user.text().strip(),
            self.password.text(),
            self.ca_file.path(),
            certificate=self.certificate.path(),
            key_file=self.key_file.path(),
            is_local=self.is_local.isChecked(),
        )

    @Slot()
    def _show_can_connect(self) -> None:
        has_address = bool(self.address.text().strip())
        has_user = bool(self.user.text().strip()) or "@" in self.address.text()
        has_both = bool(self.certificate.path()) == bool(self.key_file.path())
        if not (has_address and has_user):
            waits = self.tr("Waits for an address and a login name")
        else:
            waits = "" if has_both else self.tr("Waits for both your certificate and its key")
        for button in (self.connect_button, self.try_button):
            button.setEnabled(not waits and self._job is None)
            button.setToolTip(waits)

    @Slot()
    def _on_connect(self) -> None:
        if self.connect_button.isEnabled():
            self._knock(only_try=False)

    @Slot()
    def _on_try(self) -> None:
        self._knock(only_try=True)

    def _knock(self, *, only_try: bool) -> None:
        self._only_try = only_try
        job = self._job = self.context.exchange.make_job(self)
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        self._say(self.tr("Knocking at the centre …"), "secondary")
        self.stop_button.show()
        self._show_can_connect()
        job.connect_to(self.login(), only_try=only_try)

    @Slot()
    def _on_stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _end(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.deleteLater()
        self.stop_button.hide()
        self._show_can_connect()

    def shut_down(self) -> None:
        """Stop a knock under way; the form goes."""
        if self._job is not None:
            self._job.shut_down()
            self._job = None

    @Slot(object)
    def _on_finished(self, greeted: Greeted) -> None:
        self._end()
        if self._only_try:
            self._say(self.tr("The centre lets {name} in. Press Connect to begin.").format(name=greeted.person), "ok")
            return
        self._say("", "")
        if not greeted.is_remembered:
            self.context.exchange.use_password(self.password.text(), self.key_file.path())
        self.password.clear()
        self.connected.emit(greeted)

    @Slot(object)
    def _on_failed(self, error: CrmError) -> None:
        self._end()
        self._say(translate_error(error), "bad")

    @Slot()
    def _on_cancelled(self) -> None:
        self._end()
        self._say("", "")

    def _say(self, text: str, role: str) -> None:
        mark(self.outcome, textRole=role)
        self.outcome.setText(text)
