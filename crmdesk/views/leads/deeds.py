"""What can be done with one or many leads, as actions for a menu, for keys, or both."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from crmdesk.core.changes import Changes
from crmdesk.core.errors import CrmError
from crmdesk.core.vocabulary import LeadStatus
from crmdesk.ui.buttons import tip_with_shortcut
from crmdesk.ui.dialogs import open_dialog
from crmdesk.ui.icons import icon
from crmdesk.ui.messages import Severity
from crmdesk.views.accounts.undo_steps import UndoSteps
from crmdesk.views.context import ViewContext
from crmdesk.views.leads.collisions import Found, ask_before, check_lead
from crmdesk.views.leads.deed_dialogs import AssignDialog, DisqualifyDialog, ReleaseDialog
from crmdesk.views.leads.targets import Targets
from crmdesk.views.words import refusal_text, word

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.lead_claims import Claimed

_KEYS: Final = {"claim": "F6", "release": "F7", "assign": "F8", "disqualify": "F9", "reopen": "Shift+F9", "delete": "Del"}
_ICONS: Final = {
    "claim": "flag",
    "release": "inbox",
    "assign": "user",
    "disqualify": "circle-x",
    "reopen": "undo-2",
    "delete": "trash-2",
}


class LeadDeeds(QObject):
    """Actions over whatever `aim` was told last; `ask` is called first and aims anew where that takes a query.

    With keys (`keys_of`) they work while that widget or one inside it has the keyboard; without, the keys are only named.
    """

    def __init__(
        self, context: ViewContext, window: QWidget, ask: Callable[[str], object], keys_of: QWidget | None = None
    ) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._ask = ask
        self._targets = self._acting = Targets(())
        self._status = LeadStatus.NEW
        self.actions = {key: QAction(icon(_ICONS[key]), "", self) for key in _KEYS}
        for key, action in self.actions.items():
            action.setShortcut(QKeySequence(_KEYS[key]))
            action.setShortcutContext(
                Qt.ShortcutContext.WidgetShortcut if keys_of is None else Qt.ShortcutContext.WidgetWithChildrenShortcut
            )
            action.triggered.connect(partial(self._on_triggered, key))
            if keys_of is not None:
                keys_of.addAction(action)
        self.retranslate()

    def fill(self, menu: QMenu) -> None:
        """Put the actions into a menu."""
        menu.setToolTipsVisible(True)
        for key, action in self.actions.items():
            if key in {"disqualify", "delete"}:
                menu.addSeparator()
            menu.addAction(action)

    def aim(self, targets: Targets) -> None:
        """Be about these leads from now on: what cannot be done with the only one is grey and says why."""
        self._targets = targets
        self.retranslate()

    def do(self, key: str, targets: Targets) -> None:
        """Do one thing to leads, asking first what has to be asked."""
        self._acting = targets
        if not targets.count:
            return
        services = self._context.services
        if key == "claim":
            self._begin_claim(targets)
        elif key == "release" and targets.record is not None and targets.record.is_provisional:
            self._write(partial(services.lead_claims.release, targets.ids), self._on_changed_back)
        elif key == "release":
            open_dialog(ReleaseDialog(self._context, targets, self._window.window()))
        elif key == "assign":
            open_dialog(AssignDialog(self._context, targets, self._window.window()))
        elif key == "disqualify":
            open_dialog(DisqualifyDialog(self._context, targets, self._window.window()))
        elif key == "reopen":
            self._write(partial(services.leads.reopen, targets.ids), self._on_reopened)
        elif key == "delete":
            self._write(partial(services.leads.delete, targets.ids), self._on_deleted)

    def put(self, targets: Targets, status: LeadStatus) -> None:
        """Do what cards' new column means: new or working at once; the others are decided in their dialogs, qualification one by one."""
        if status is LeadStatus.QUALIFIED and targets.count > 1:
            self._context.frame.show_message(
                self.tr("Each lead is qualified by its own answers: move them one by one."), Severity.INFO
            )
            return
        if status is LeadStatus.QUALIFIED:
            from crmdesk.views.qualification import open_qualification

            open_qualification(self._context, targets.ids[0], self._window.window())
            return
        if status is LeadStatus.DISQUALIFIED:
            self.do("disqualify", targets)
            return
        self._acting, self._status = targets, status
        self._write(partial(self._context.services.leads.set_status, targets.ids, status), self._on_moved)

    @Slot(object)
    def _on_moved(self, changes: Changes) -> None:
        status = word(self._status)
        if self._acting.name:
            self._offer(f"{{name}}: {status}", changes)
        else:
            self._offer(self.tr("%n leads: {status}", "", self._acting.count).replace("{status}", status), changes)

    def _on_triggered(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self._ask(key)

    def _write(self, work: Callable[[], object], done: Callable[..., object]) -> None:
        self._context.tasks.write(work, done=done, failed=self._on_refused)

    # Claim: first, who else has it

    def _begin_claim(self, targets: Targets) -> None:
        if targets.count == 1:
            work = partial(check_lead, self._context.services, targets.ids[0])
            self._context.tasks.read(work, done=self._on_checked, failed=self._on_refused, latest="claim check")
        else:
            self._claim()

    @Slot(object)
    def _on_checked(self, found: Found) -> None:
        if found.collisions:
            name = self._acting.name
            title = self.tr("Claim {name}").format(name=name) if name else self.tr("Claim")
            asked = ask_before(self._context, found, title, self.tr("Claim all the same"), self._window.window())
            asked.confirmed.connect(self._claim)
        else:
            self._claim()

    @Slot()
    def _claim(self) -> None:
        self._write(partial(self._context.services.lead_claims.claim, self._acting.ids), self._on_claimed)

    @Slot(object)
    def _on_claimed(self, claimed: "Claimed") -> None:
        count, name = len(claimed.ids), self._acting.name
        if claimed.is_provisional:
            said = self.tr("Asked for {name}; it is yours when the centre says so.") if name else ""
            said = said or self.tr("Asked for %n leads; they are yours when the centre says so.", "", count)
        else:
            said = self.tr("Claimed {name}.") if name else self.tr("Claimed %n leads.", "", count)
        self._offer(said, claimed.changes)

    # Afterwards

    @Slot(object)
    def _on_changed_back(self, changes: Changes) -> None:
        self._offer(self.tr("Took back the claim of {name}."), changes)

    @Slot(object)
    def _on_reopened(self, changes: Changes) -> None:
        said = (
            self.tr("Took up {name} again.") if self._acting.name else self.tr("Took up %n leads again.", "", self._acting.count)
        )
        self._offer(said, changes)

    @Slot(object)
    def _on_deleted(self, changes: Changes) -> None:
        said = self.tr("Deleted {name}.") if self._acting.name else self.tr("Deleted %n leads.", "", self._acting.count)
        self._offer(said, changes)

    def _offer(self, sentence: str, changes: Changes) -> None:
        steps = UndoSteps.of(self._context)
        steps.offer(sentence.format(name=self._acting.name), changes)

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self._context.frame.show_message(refusal_text(error), Severity.BAD)

    # Words

    def retranslate(self) -> None:
        """Say everything in the present language, and why something cannot be done."""
        texts = {
            "claim": (self.tr("&Claim"), self.tr("Take it from its pool and look after it")),
            "release": (self.tr("&Release to a pool …"), self.tr("Give it up, so that others can claim it")),
            "assign": (self.tr("&Assign to …"), self.tr("Give it to a person")),
            "disqualify": (self.tr("&Disqualify …"), self.tr("Say why it will not become a customer, and when to look again")),
            "reopen": (self.tr("Take &up again"), self.tr("Work on it again although it was disqualified")),
            "delete": (self.tr("De&lete"), self.tr("Delete it with its follow-ups; it can be undone")),
        }
        hindered = self._hindered()
        for key, (text, tip) in texts.items():
            action = self.actions[key]
            action.setText(text)
            action.setEnabled(key not in hindered)
            action.setToolTip(tip_with_shortcut(hindered.get(key, tip), action.shortcut()))

    def _hindered(self) -> dict[str, str]:
        """Return why what cannot be done with the only lead cannot be done."""
        record = self._targets.record
        if record is None:
            return {}
        if record.is_closed:
            why = self.tr("It was converted and is only read now")
            return dict.fromkeys(_KEYS, why)
        why_not: dict[str, str] = {}
        if record.is_mine or record.is_provisional:
            why_not["claim"] = self.tr("It is yours already, or you asked for it")
        elif record.owner:
            why_not["claim"] = self.tr("{owner} has it").format(owner=record.owner)
        if not (record.is_mine or record.is_provisional):
            why_not["release"] = self.tr("Only who has it can release it")
        if record.status is LeadStatus.DISQUALIFIED:
            why_not["disqualify"] = self.tr("It is disqualified already")
        else:
            why_not["reopen"] = self.tr("It is not disqualified")
        return why_not
