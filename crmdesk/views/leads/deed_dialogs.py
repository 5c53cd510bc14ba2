"""The three commands on leads that ask something first: release to a pool, give to a person, disqualify."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crmdesk.core.changes import Changes
from crmdesk.core.vocabulary import Taxonomy
from crmdesk.ui.forms.editors import DateInput
from crmdesk.ui.forms.fields import FieldKind, FieldSpec
from crmdesk.views.context import ViewContext
from crmdesk.views.leads.small_dialog import SmallDialog, call
from crmdesk.views.leads.targets import Targets

if TYPE_CHECKING:  # services import SQLAlchemy
    from crmdesk.services.pools import PoolRecord
    from crmdesk.services.taxonomies import TermRow
    from crmdesk.services.users import UserRow


class ReleaseDialog(SmallDialog):
    """Asks for the pool; for a reason too, which some pools require."""

    def __init__(self, context: ViewContext, targets: Targets, parent: QWidget | None = None) -> None:
        super().__init__(context, targets, "", "", parent)
        self.setWindowTitle(
            self.tr("Release {name}").format(name=targets.name)
            if targets.name
            else self.tr("Release %n leads", "", targets.count)
        )
        self.do_button.setText(self.tr("Release"))
        self.do_button.setToolTip(self.tr("Others can claim it from the pool then  Ctrl+Enter"))
        self.pool = self.add_choice(self.tr("Pool"))
        self.reason = self.add_choice(self.tr("Reason"))
        self._asking: dict[str, bool] = {}
        self.pool.currentIndexChanged.connect(self._on_pool)
        services = context.services
        reasons = partial(services.taxonomies.terms, Taxonomy.RELEASE_REASON, context.language)
        context.tasks.read(reasons, done=self._on_reasons, latest="release reasons")
        context.tasks.read(services.pools.all, done=self._on_pools, failed=self._on_refused, latest="release pools")
        self.pool.setFocus()

    @Slot(object)
    def _on_reasons(self, terms: "tuple[TermRow, ...]") -> None:
        self.offer_terms(self.reason, terms)

    @Slot(object)
    def _on_pools(self, pools: "tuple[PoolRecord, ...]") -> None:
        self._asking = {pool.id: bool(pool.rules["asks_reason"]) for pool in pools}
        self.pool.clear()
        for pool in pools:
            self.pool.addItem(pool.name, pool.id)
        if not pools:
            self.refuse(self.tr("There is no pool yet. Make one in the settings first."))
        self.do_button.setEnabled(bool(pools))

    @Slot(int)
    def _on_pool(self, _index: int) -> None:
        self.problem.hide()

    @override
    def command(self) -> Callable[[], Changes] | None:
        pool, reason = str(self.pool.currentData() or ""), str(self.reason.currentData() or "")
        if not pool:
            self.refuse(self.tr("There is no pool yet. Make one in the settings first."))
            return None
        if self._asking.get(pool) and not reason:
            self.refuse(self.tr("By its rules the pool {pool} asks for a reason.").format(pool=self.pool.currentText()))
            self.reason.setFocus()
            return None
        return call(self._context.services.lead_claims.release, self._targets.ids, pool, reason or None)

    @override
    def said(self) -> str:
        pool = self.pool.currentText()
        if self._targets.name:
            return self.tr("Released {name} to the pool {pool}.").format(name=self._targets.name, pool=pool)
        return self.tr("Released %n leads to the pool {pool}.", "", self._targets.count).format(pool=pool)


class AssignDialog(SmallDialog):
    """Asks for the person."""

    def __init__(self, context: ViewContext, targets: Targets, parent: QWidget | None = None) -> None:
        super().__init__(context, targets, "", "", parent)
        self.setWindowTitle(
            self.tr("Assign {name}").format(name=targets.name) if targets.name else self.tr("Assign %n leads", "", targets.count)
        )
        self.do_button.setText(self.tr("Assign"))
        self.do_button.setToolTip(self.tr("Give it to this person  Ctrl+Enter"))
        self.person = self.add_choice(self.tr("Person"))
        context.tasks.read(context.services.users.all, done=self._on_people, latest="assign people")
        self.person.setFocus()

    @Slot(object)
    def _on_people(self, people: "tuple[UserRow, ...]") -> None:
        self.person.clear()
        for person in people:
            self.person.addItem(person.name, person.id)

    @override
    def command(self) -> Callable[[], Changes] | None:
        person = str(self.person.currentData() or "")
        return call(self._context.services.leads.assign, self._targets.ids, person) if person else None

    @override
    def said(self) -> str:
        person = self.person.currentText()
        if self._targets.name:
            return self.tr("{name} is with {person} now.").format(name=self._targets.name, person=person)
        return self.tr("%n leads are with {person} now.", "", self._targets.count).format(person=person)


class DisqualifyDialog(SmallDialog):
    """Asks why, and when (if at all) to look again."""

    def __init__(self, context: ViewContext, targets: Targets, parent: QWidget | None = None) -> None:
        super().__init__(context, targets, "", "", parent)
        self.setWindowTitle(
            self.tr("Disqualify {name}").format(name=targets.name)
            if targets.name
            else self.tr("Disqualify %n leads", "", targets.count)
        )
        self.do_button.setText(self.tr("Disqualify"))
        self.do_button.setToolTip(self.tr("It will not become a customer, as far as one knows now  Ctrl+Enter"))
        self.reason = self.add_choice(self.tr("Reason"))
        self.day = DateInput(FieldSpec("look_again_on", "", FieldKind.DATE), self)
        self.day.setAccessibleName(self.tr("Look again on"))
        self.fields.addRow(self.tr("Look again on"), self.day)
        reasons = partial(context.services.taxonomies.terms, Taxonomy.DISQUALIFY_REASON, context.language)
        context.tasks.read(reasons, done=self._on_reasons, latest="disqualify reasons of a list")
        self.reason.setFocus()

    @Slot(object)
    def _on_reasons(self, terms: "tuple[TermRow, ...]") -> None:
        self.offer_terms(self.reason, terms)

    @override
    def command(self) -> Callable[[], Changes] | None:
        reason, day = str(self.reason.currentData() or ""), self.day.value()
        if not reason:
            self.refuse(self.tr("Choose a reason: the next one who meets this lead wants to know it."))
            self.reason.setFocus()
            return None
        if day is not None and not isinstance(day, date):
            self.refuse(self.tr("“{text}” is no date. Type one like 2026-12-31.").format(text=day))
            self.day.setFocus()
            return None
        return call(self._context.services.leads.disqualify, self._targets.ids, reason, day)

    @override
    def said(self) -> str:
        if self._targets.name:
            return self.tr("Disqualified {name}.").format(name=self._targets.name)
        return self.tr("Disqualified %n leads.", "", self._targets.count)
