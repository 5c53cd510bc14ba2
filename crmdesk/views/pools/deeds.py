"""What can be done with what waits in a pool and with what falls back soon, as actions for buttons, keys and the menu."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from crmdesk.core.changes import Changes
from crmdesk.core.errors import CrmError
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.dialogs import open_dialog
from crmdesk.ui.icons import icon
from crmdesk.ui.messages import Severity
from crmdesk.views.accounts.undo_steps import UndoSteps
from crmdesk.views.context import ViewContext
from crmdesk.views.leads.deeds import LeadDeeds
from crmdesk.views.leads.follow_up_dialog import open_follow_up
from crmdesk.views.leads.targets import Targets
from crmdesk.views.pools.keeping_dialogs import HandOutDialog, TakeOutDialog
from crmdesk.views.pools.places import DUE, Place
from crmdesk.views.pools.wording import hindered_text
from crmdesk.views.words import refusal_text

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.lead_claims import Claimed
    from crmdesk.services.pool_lists import WaitingRow

CLAIM: Final = "claim"
LOOK: Final = "look"
FOLLOW_UP: Final = "follow up"
OPEN: Final = "open"
GIVE_UP: Final = "give up"
ASSIGN: Final = "assign"
LOCK: Final = "lock"
TAKE_OUT: Final = "take out"
_KEYS: Final = {
    CLAIM: ("F6", ""),  # no icons on the page's first buttons
    FOLLOW_UP: ("F4", ""),
    LOOK: ("", "eye"),  # Space is the table's own key: no shortcut could tell it from the space that presses a button
    OPEN: ("Ctrl+Return", ""),
    GIVE_UP: ("F7", "inbox"),
    ASSIGN: ("F8", "user"),
    LOCK: ("Ctrl+L", "lock"),
    TAKE_OUT: ("Del", "log-out"),
}
_OF_WAITING: Final = (CLAIM, LOOK)
_OF_DUE: Final = (FOLLOW_UP, OPEN)
_OF_KEEPERS: Final = (ASSIGN, LOCK)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What an action is about.

    Attributes:
        name, row: of the only one.
    """

    keys: tuple[RecordKey, ...] = ()
    name: str = ""
    row: "WaitingRow | None" = None

    def ids(self, kind: RecordKind) -> tuple[str, ...]:
        """Return those of one kind."""
        return tuple(key.id for key in self.keys if key.kind is kind)


class PoolDeeds(QObject):
    """Actions over whatever `ask` finds chosen; their keys work while `keys_of` or a widget inside has the keyboard.

    Signals:
        look_asked: the record with the keyboard is to be shown, though that counts as a view.
    """

    look_asked = Signal()

    def __init__(self, context: ViewContext, window: QWidget, ask: Callable[[str], object], keys_of: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._ask = ask
        self._place: Place | None = None
        self._aimed = self._acting = Chosen()
        self._may_keep = False
        self._leads = LeadDeeds(context, window, self._ignore)
        self.actions = {key: QAction(icon(name), "", self) if name else QAction(self) for key, (_, name) in _KEYS.items()}
        for key, action in self.actions.items():
            action.setShortcut(QKeySequence(_KEYS[key][0]))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(partial(self._on_triggered, key))
            keys_of.addAction(action)
        self.retranslate()

    def fill(self, menu: QMenu) -> None:
        """Put the actions into a menu."""
        menu.setToolTipsVisible(True)
        for key, action in self.actions.items():
            if key == GIVE_UP:
                menu.addSeparator()
            menu.addAction(action)

    def aim(self, place: Place | None, chosen: Chosen, *, may_keep: bool) -> None:
        """Be about these from now on: what has no sense here is hidden, what cannot be done with the only one says why."""
        self._place, self._aimed, self._may_keep = place, chosen, may_keep
        self.retranslate()

    def do(self, key: str, chosen: Chosen) -> None:
        """Do one thing, asking first what has to be asked."""
        if not chosen.keys:
            return
        self._acting = chosen
        services = self._context.services
        if key == CLAIM:
            self._claim(chosen)
        elif key == FOLLOW_UP and (leads := chosen.ids(RecordKind.LEAD)):
            open_follow_up(self._context, leads, chosen.name, self._window.window())
        elif key in {OPEN, FOLLOW_UP}:
            self._context.record_asked.emit(str(chosen.keys[0]))
        elif key == GIVE_UP:
            self._give_up(chosen)
        elif key == ASSIGN:
            open_dialog(HandOutDialog(self._context, chosen.keys, chosen.name, self._window.window()))
        elif key == LOCK:
            is_locked = not (chosen.row is not None and chosen.row.is_locked)
            self._write(partial(services.pool_keeping.lock, chosen.keys, is_locked=is_locked), self._on_locked)
        elif key == TAKE_OUT:
            open_dialog(TakeOutDialog(self._context, chosen.keys, chosen.name, self._window.window()))

    def _claim(self, chosen: Chosen) -> None:
        if leads := chosen.ids(RecordKind.LEAD):
            self._leads.do("claim", Targets(leads, chosen.name))  # asks who else is after this customer
            return
        claim = self._context.services.lead_claims.claim
        self._write(partial(claim, chosen.ids(RecordKind.SITE), RecordKind.SITE), self._on_claimed)

    def _give_up(self, chosen: Chosen) -> None:
        """Release what is mine to a pool, or take back what I only asked for."""
        leads, release = chosen.ids(RecordKind.LEAD), self._context.services.lead_claims.release
        if chosen.row is not None and chosen.row.is_asked:
            key = chosen.row.key
            self._write(partial(release, [key.id], kind=key.kind), self._on_taken_back)
        elif leads:
            self._leads.do("release", Targets(leads, chosen.name))
        else:
            self._write(partial(release, chosen.ids(RecordKind.SITE), kind=RecordKind.SITE), self._on_released)

    def _write(self, work: Callable[[], object], done: Callable[..., object]) -> None:
        self._context.tasks.write(work, done=done, failed=self._on_refused)

    def _on_triggered(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        if key == LOOK:
            self.look_asked.emit()
        else:
            self._ask(key)

    @staticmethod
    def _ignore(_key: str) -> None:
        """The leads' own actions are never shown here."""

    # Afterwards

    @Slot(object)
    def _on_claimed(self, claimed: "Claimed") -> None:
        name, count = self._acting.name, len(claimed.ids)
        if claimed.is_provisional:
            said = self.tr("Asked for {name}; it is yours when the centre says so.") if name else ""
            said = said or self.tr("Asked for %n accounts; they are yours when the centre says so.", "", count)
        else:
            said = self.tr("Claimed {name}.") if name else self.tr("Claimed %n accounts.", "", count)
        self._offer(said, claimed.changes)

    @Slot(object)
    def _on_taken_back(self, changes: Changes) -> None:
        self._offer(self.tr("Took back the claim of {name}."), changes)

    @Slot(object)
    def _on_released(self, changes: Changes) -> None:
        said = self.tr("Released {name}.") if self._acting.name else self.tr("Released %n accounts.", "", len(self._acting.keys))
        self._offer(said, changes)

    @Slot(object)
    def _on_locked(self, changes: Changes) -> None:
        name, count = self._acting.name, len(self._acting.keys)
        if self._acting.row is not None and self._acting.row.is_locked:
            said = self.tr("{name} follows the rules again.")
        else:
            said = self.tr("No rule takes {name} away now.") if name else self.tr("No rule takes these %n away now.", "", count)
        self._offer(said, changes)

    def _offer(self, sentence: str, changes: Changes) -> None:
        UndoSteps.of(self._context).offer(sentence.format(name=self._acting.name), changes)

    @Slot(object)
    def _on_refused(self, error: CrmError) -> None:
        self._context.frame.show_message(refusal_text(error), Severity.BAD)

    # Words

    def retranslate(self) -> None:
        """Say everything in the present language, and why something cannot be done."""
        row = self._aimed.row
        is_asked, is_locked = row is not None and row.is_asked, row is not None and row.is_locked
        texts = {
            CLAIM: (self.tr("&Claim"), self.tr("Take it from its pool and look after it  Enter")),
            LOOK: (self.tr("&Look inside"), self.tr("Read all of it; where the pool limits that, it counts as a view  Space")),
            FOLLOW_UP: (self.tr("&Follow up"), self.tr("What happened, what comes next, when: then it stays")),
            OPEN: (self.tr("&Open"), self.tr("Show it on its own page  Enter")),
            GIVE_UP: (
                self.tr("Take &back the claim") if is_asked else self.tr("&Release to a pool …"),
                self.tr("Somebody else may have it") if is_asked else self.tr("Give it up now, so that others can claim it"),
            ),
            ASSIGN: (self.tr("&Assign to …"), self.tr("Give it to a person")),
            LOCK: (
                self.tr("Un&lock") if is_locked else self.tr("&Lock"),
                self.tr("Let the rules of the pool apply to it again")
                if is_locked
                else self.tr("No rule takes it away from whoever has it"),
            ),
            TAKE_OUT: (self.tr("&Take out …"), self.tr("Put it into another pool, or into none")),
        }
        shown, hindered = self._shown(), self._hindered()
        for key, (text, tip) in texts.items():
            action = self.actions[key]
            action.setText(text)
            action.setVisible(key in shown)
            action.setEnabled(key in shown and bool(self._aimed.keys) and key not in hindered)
            action.setToolTip(hindered.get(key, tip))

    def _shown(self) -> set[str]:
        place, row = self._place, self._aimed.row
        if place is None:
            return set()
        found = set(_OF_DUE if place.is_due else _OF_WAITING)
        if place.key == DUE or (row is not None and row.is_asked):
            found.add(GIVE_UP)
        if self._may_keep:
            found |= {*_OF_KEEPERS} if place.is_due else {*_OF_KEEPERS, TAKE_OUT}
        return found

    def _hindered(self) -> dict[str, str]:
        row = self._aimed.row
        return {CLAIM: why} if row is not None and (why := hindered_text(row)) else {}
