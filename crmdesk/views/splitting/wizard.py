"""The dialog that splits accounts into sites: what, the plan, what it would do, what it did."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crmdesk.core.errors import Cancelled, CrmError
from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey
from crmdesk.ui.dialogs import open_dialog
from crmdesk.ui.languages import translate_error
from crmdesk.ui.messages import Severity
from crmdesk.ui.steps.step_dialog import StepDialog, StepSpec
from crmdesk.ui.tasks.progress import Progress
from crmdesk.views.accounts.undo_steps import UndoSteps
from crmdesk.views.splitting.choice_page import BELOW, CHOSEN, IMPORT, Choice, ChoicePage
from crmdesk.views.splitting.plan_page import PlanPage
from crmdesk.views.splitting.report_page import ReportPage
from crmdesk.views.splitting.words import figure, translated

if TYPE_CHECKING:
    from crmdesk.services.splitting.plan import SplitPlan
    from crmdesk.services.splitting.service import Applied, RecentImport, SplitService
    from crmdesk.services.undo import UndoResult
    from crmdesk.views.context import ViewContext

WHAT: Final = "what"
PLAN: Final = "plan"
CHECK: Final = "check"
RESULT: Final = "result"
_WIDTH, _HEIGHT = 1200, 700


class SplitWizard(StepDialog):
    """With accounts chosen it begins with their plan; what it was asked for can still be changed.

    Args:
        keys: the chosen companies and sites. names: what they are called, for the first step.
    """

    def __init__(self, context: "ViewContext", keys: Sequence[RecordKey], names: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Split into sites"), parent)
        self._context = context
        self._keys = tuple(keys)
        self._names = names
        self._plan: SplitPlan | None = None
        self._applied: Applied | None = None
        self._work: Progress | None = None
        self._steps_back = UndoSteps(context, context)
        self._choice_page = ChoicePage(self)
        self._plan_page = PlanPage(self)
        self._check_page = ReportPage(self)
        self._result_page = ReportPage(self)
        self.add_step(StepSpec(WHAT, self.tr("What"), self.tr("Propose sites")), self._choice_page)
        self.add_step(StepSpec(PLAN, self.tr("Sites"), self.tr("Check what would happen")), self._plan_page)
        self.add_step(StepSpec(CHECK, self.tr("Check"), self.tr("Split")), self._check_page)
        self.add_step(StepSpec(RESULT, self.tr("Result"), self.tr("Show the customers")), self._result_page)
        self._connect()
        self.resize(_WIDTH, _HEIGHT)

    def _connect(self) -> None:
        self.primary_clicked.connect(self._on_step_finished)
        self.cancel_asked.connect(self._on_cancel_asked)
        self._choice_page.choice_edited.connect(self._on_choice_edited)
        self._plan_page.plan_edited.connect(self._on_plan_edited)
        self._check_page.file_asked.connect(self._on_file_asked)
        self._result_page.undo_asked.connect(self._on_undo_asked)

    @property
    def _service(self) -> "SplitService":
        return self._context.services.splitting

    def begin(self) -> None:
        """Ask for recent imports, and for a plan when accounts are chosen."""
        self._context.tasks.read(self._service.recent_imports, done=self._on_imports, owner=self)

    @override
    def done(self, result: int) -> None:
        if self._work is not None:
            self._work.cancel()
        self._work = None  # it holds a method of this dialog
        super().done(result)

    @Slot(object)
    def _on_imports(self, imports: "Sequence[RecentImport]") -> None:
        has_company = any(key.kind is RecordKind.COMPANY for key in self._keys)
        self._choice_page.show_choices(self._names, imports, has_company=has_company)
        self._show_blocks()
        if self._keys:
            self._propose()

    @Slot()
    def _on_choice_edited(self) -> None:
        self.forget_after(WHAT)
        self._show_blocks()

    @Slot(object)
    def _on_plan_edited(self, plan: "SplitPlan") -> None:
        self._plan = plan
        self.set_work_at_risk(is_at_risk=True)
        self.forget_after(PLAN)
        self._show_blocks()

    def _show_blocks(self) -> None:
        """Say what each step waits for."""
        nothing = self.tr("Choose accounts in the tree first, or import some.")
        self.set_blocked(WHAT, "" if self._choice_page.choice is not None else nothing)
        has_plan = self._plan is not None and not self._plan.is_empty
        empty = self.tr("There is nothing to split: every account has one address.")
        self.set_blocked(PLAN, "" if has_plan else empty)
        self.set_blocked(CHECK, "" if has_plan else empty)

    @Slot(str)
    def _on_step_finished(self, step: str) -> None:
        if step == WHAT:
            self._propose()
        elif step == PLAN:
            self._show_check()
        elif step == CHECK:
            self._apply()
        else:
            self._context.frame.show_page("accounts")
            self.accept()

    # The plan

    def _propose(self) -> None:
        choice = self._choice_page.choice
        if choice is None:
            return
        self._work = self._context.tasks.progress(self.show_progress_state)
        self.show_progress(self.tr("Reading the accounts. Nothing is changed."))
        work = partial(_proposal, self._service, choice, self._keys, self._work)
        self._context.tasks.read(work, done=self._on_proposed, failed=self._on_proposal_failed, owner=self)

    @Slot(object)
    def _on_proposed(self, plan: "SplitPlan") -> None:
        self._work = None
        choice = self._choice_page.choice
        if choice is not None and choice.what == CHOSEN:
            if not plan.examined and self._choice_page.choose_below():  # a company whose sites all lie below its subsidiaries
                self._propose()
                return
            self._choice_page.name_chosen(plan.label)
        self._plan = plan
        self.set_work_at_risk(is_at_risk=False)
        self._show_blocks()
        if not plan.accounts:
            self.show_step(WHAT)
            self.set_blocked(WHAT, "")
            text = self.tr(
                "%n accounts looked at: each of them has one address, so there is nothing to split.", "", plan.examined
            )
            self._choice_page.show_answer(text)
            return
        self._choice_page.show_answer("")
        self._plan_page.show_plan(plan)
        self.show_step(PLAN)
        self._plan_page.focus_first()

    @Slot(object)
    def _on_proposal_failed(self, error: CrmError) -> None:
        self._work = None
        self.show_step(WHAT)
        self._choice_page.show_answer("" if isinstance(error, Cancelled) else translate_error(error))

    # Check and do

    def _show_check(self) -> None:
        from crmdesk.services.splitting.service import report_rows

        if self._plan is None:
            return
        plan = self._plan
        title = self.tr("New sites: {sites}. Records that move: {moving}. Accounts: {accounts}.").format(
            sites=figure(plan.new_sites), accounts=figure(len(plan.accounts)), moving=figure(plan.moving)
        )
        sentence = self.tr(
            "Nothing is changed so far. Nothing is deleted: what no address, name or date places stays with its account."
        )
        self._check_page.show_report(title, sentence, report_rows(plan))
        self.show_step(CHECK)
        self._primary.setFocus()

    @Slot(str)
    def _on_file_asked(self, path: str) -> None:
        if self._plan is not None:
            self._context.tasks.read(_saved, self._plan, path, done=self._on_saved, failed=self._on_check_failed, owner=self)

    @Slot(str)
    def _on_saved(self, path: str) -> None:
        self._check_page.show_saved(path)

    @Slot(object)
    def _on_check_failed(self, error: CrmError) -> None:
        self._work = None
        self.show_step(CHECK)
        self._check_page.show_failure(error)

    def _apply(self) -> None:
        if self._plan is None:
            return
        self._work = self._context.tasks.progress(self.show_progress_state)
        self.show_progress(self.tr("Splitting"))
        work = partial(_applied, self._service, self._plan, self._work)
        self._context.tasks.write(work, done=self._on_applied, failed=self._on_check_failed, owner=self)

    @Slot(object)
    def _on_applied(self, done: "Applied") -> None:
        self._work = None
        self._applied = done
        self.set_work_at_risk(is_at_risk=False)
        title = self.tr("New sites made: {sites}. Records moved: {moved}.").format(
            sites=figure(done.sites), moved=figure(done.moved)
        )
        self._steps_back.offer(title, done.changes)
        sentence = (
            self.tr("%n records stay with their account, because nothing says where they belong:", "", len(done.stayed))
            if done.stayed
            else self.tr("Everything found its place.")
        )
        self._result_page.show_report(title, sentence, done.stayed, can_undo=True)
        for step in (WHAT, PLAN, CHECK):
            self.set_blocked(step, self.tr("This is done. Close it and choose accounts again to split more."))
        self.show_step(RESULT)
        self._primary.setFocus()

    @Slot()
    def _on_undo_asked(self) -> None:
        if self._applied is not None and self._applied.changes.transaction is not None:
            work = partial(self._context.services.undo.undo_transaction, self._applied.changes.transaction)
            self._context.tasks.write(work, done=self._on_undone, owner=self)

    @Slot(object)
    def _on_undone(self, result: "UndoResult") -> None:
        from crmdesk.views.undo_words import result_text

        self._context.published(result.changes)
        self._result_page.show_undone()
        severity = Severity.WARN if result.skipped_total else Severity.OK
        self._context.frame.show_message(result_text(result, is_redo=False), severity)

    @Slot()
    def _on_cancel_asked(self) -> None:
        if self._work is not None:
            self._work.cancel()


def open_split(context: "ViewContext", keys: Sequence[RecordKey], parent: QWidget, names: str = "") -> SplitWizard:
    """Open the dialog for companies and sites; for none it asks which import. `names` says what they are called."""
    if keys and not names:
        names = QCoreApplication.translate("splitting", "the selection in the tree")
        if len(keys) > 1:
            names = QCoreApplication.translate("splitting", "%n chosen", "", len(keys))
    wizard = open_dialog(SplitWizard(context, keys, names, parent))
    wizard.begin()
    return wizard


def _stopping(progress: Progress) -> Callable[[int, int], None]:
    def tell(done: int, total: int) -> None:
        progress(done, total)
        if progress.cancelled:
            raise Cancelled

    return tell


def _proposal(service: "SplitService", choice: Choice, keys: tuple[RecordKey, ...], progress: Progress) -> "SplitPlan":
    tell = _stopping(progress)
    if choice.what == IMPORT:
        return service.propose_import(choice.transaction, progress=tell)
    return service.propose(keys, below=choice.what == BELOW, progress=tell)


def _applied(service: "SplitService", plan: "SplitPlan", progress: Progress) -> "Applied":
    return service.apply(plan, _stopping(progress))


def _saved(plan: "SplitPlan", path: str) -> str:
    from crmdesk.exchange.split_report import write_split_report
    from crmdesk.services.splitting.service import report_rows

    write_split_report(Path(path), report_rows(plan), translated)
    return path
