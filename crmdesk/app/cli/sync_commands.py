"""Commands of a laptop's exchange with the centre: exchange now, where work stands, connect, leave."""

import json
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import click

from crmdesk.app.cli.centre_login import Login, login_options
from crmdesk.app.cli.long_work import stoppable
from crmdesk.app.cli.output import ProgressLine, print_error, print_json, print_line, print_table
from crmdesk.app.cli.session import Session, json_option
from crmdesk.app.cli.sync_carrying import carry, choices_json, choices_rows, compared_json, compared_text
from crmdesk.app.cli.sync_questions import questions, settle
from crmdesk.core.clock import iso_ms
from crmdesk.core.errors import CrmError
from crmdesk.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from crmdesk.storage.store import Store
    from crmdesk.sync.central.settings import CentreSettings
    from crmdesk.sync.engine import ExchangeReport, Step

_T: Final = QT_TRANSLATE_NOOP


class ConnectedAlready(CrmError):
    """The store has a centre. Params: `centre`."""

    template = _T("errors", "This data belongs to the centre {centre} already. Leave it first.")


class UnsentWork(CrmError):
    """Leaving would throw away what the centre does not have. Params: `count`."""

    template = _T(
        "errors", "{count} records have edits that the centre does not have. Exchange first, or knowingly discard them."
    )


def kept_settings(store: "Store") -> "CentreSettings":
    """Return where the store's centre is.

    Raises:
        NotConnected: it has none. CentreAddressWrong: what it remembers cannot be read.
    """
    from crmdesk.sync.central.settings import CentreSettings
    from crmdesk.sync.connecting import NotConnected

    with store.read() as connection:
        kept = connection.exec_driver_sql("SELECT v FROM sync_ctl WHERE k='centre'").scalar()
    if not kept:
        raise NotConnected
    return CentreSettings.from_json(str(kept))


@click.group("sync", invoke_without_command=True)
@click.option("--password-fd", type=click.IntRange(0), metavar="N", help="Read the password from file descriptor N, one line.")
@json_option
@click.pass_context
def sync(context: click.Context, password_fd: int | None, as_json: bool) -> None:
    """Exchange with the centre now: send what waits, fetch what is new."""
    if context.invoked_subcommand is None:
        exchange_now(context.obj, Login(password_fd=password_fd), as_json=as_json)


def exchange_now(session: Session, login: Login, *, as_json: bool) -> None:
    """Exchange once, with a line of progress; Ctrl+C stops it, what is done stays done."""
    from random import SystemRandom

    from crmdesk.core.clock import utc_now
    from crmdesk.services.first_connection import FirstConnection
    from crmdesk.sync.central.connection import PostgresCentre
    from crmdesk.sync.engine import exchange
    from crmdesk.sync.errors import ExchangeCancelled
    from crmdesk.sync.first_connection import exchange_in_order
    from crmdesk.sync.shut_out import ShutOut, follow_shut_out

    line = ProgressLine("centre")
    with session.store() as store:
        settings = kept_settings(store)
        secret = login.secret(settings)
        with PostgresCentre(settings, secret) as centre, stoppable() as is_stopped:

            def exchange_once(push: bool) -> "ExchangeReport":
                return exchange(
                    store,
                    centre,
                    device_label=socket.gethostname(),
                    clock=utc_now,
                    random=SystemRandom(),
                    progress=telling(line),
                    cancelled=is_stopped,
                    push=push,
                )

            def searching(share: float) -> None:
                line.say(f"search {share:.0%}")
                if is_stopped():
                    raise ExchangeCancelled

            try:
                report = exchange_in_order(store, exchange_once, searching)
                is_matching = FirstConnection(store).is_matching
            finally:
                line.clear()
        far, _removed = follow_shut_out(store, report.state, utc_now())
    if as_json:
        print_json({**report_json(report), "matching": is_matching, "wiped": far is ShutOut.WIPED})
        return
    for sentence in report_sentences(report):
        print_line(sentence)
    if far in _ENDINGS:
        print_line(_ENDINGS[far])
    if is_matching:
        print_line("Some of your records may be at the centre already. Decide in the window, then exchange again.")


def telling(line: ProgressLine) -> "Callable[[Step, int, int | None], None]":
    """Return what shows an exchange's progress on a line."""

    def tell(step: "Step", done: int, total: int | None) -> None:
        of = "" if total is None else f" / {total:,}"
        line.say(f"{step.value} {done:,}{of}")

    return tell


def report_json(report: "ExchangeReport") -> dict[str, Any]:
    """Return an exchange's report as it is printed."""
    return {
        "state": report.state,
        "sent": report.sent,
        "conflicts": report.conflicts,
        "parked": report.parked,
        "received": report.received,
        "removed": report.removed,
        "news": report.news,
        "head": report.head,
        "waiting": report.waiting,
        "rewound": report.rewound,
        "forked": report.forked,
    }


_STATES: Final = {
    "disabled": "Your login at the centre has ended: your edits wait for a colleague's word, and nothing was fetched.",
    "update": "This program is too old to fetch: your edits were sent and are safe. Update crmdesk.",
}


_ENDINGS: Final = {
    "told": "The next exchange removes all records from this computer. If this is a mistake, ask your administrator first.",
    "wiped": "All records were removed from this computer. The centre has what you entered. Delete backups of this store yourself.",
}
"""By `sync.shut_out.ShutOut`."""


def report_sentences(report: "ExchangeReport") -> list[str]:
    """Return an exchange's report in words."""
    said = [f"Sent {report.sent:,} edits, received {report.received:,} records."]
    if report.conflicts or report.parked:
        said.append(
            f"{report.conflicts:,} edits need an answer, {report.parked:,} wait for a colleague's word. See the page Conflicts."
        )
    if report.removed:
        said.append(f"{report.removed:,} records are no longer yours to see and left this computer.")
    if report.waiting:
        said.append(f"{report.waiting:,} edits were made meanwhile and go next time.")
    if report.state in _STATES:
        said.append(_STATES[report.state])
    return said


@sync.command("status")
@json_option
@click.pass_obj
def status(session: Session, as_json: bool) -> None:
    """Show which centre the store belongs to, what waits, and when they last exchanged. Needs no network."""
    from crmdesk.services.exchange_state import ExchangeStateService
    from crmdesk.sync.connecting import NotConnected

    with session.store() as store:
        state = ExchangeStateService(store).now()
        try:
            url = kept_settings(store).to_url()
        except NotConnected:
            url = None
        choices, chosen, compared = choices_json(store), choices_rows(store), compared_json(store)
    last = None if state.last_at is None else iso_ms(state.last_at)
    if as_json:
        counts = {
            "waiting": state.waiting,
            "sent": state.sent,
            "needing": state.needing,
            "others": state.others,
            "news": state.news,
        }
        print_json({"connected": url is not None, "centre": url, "last_exchange_at": last, **counts, **choices, **compared})
        return
    rows = [
        ("centre", url or "none"),
        ("last exchange", "never" if state.last_at is None else f"{state.last_at.astimezone():%Y-%m-%d %H:%M}"),
        ("saved here, not sent", state.waiting),
        ("sent, not answered", state.sent),
        ("needs you", state.needing),
        ("waits for others", state.others),
        ("news", state.news),
        *chosen,
        ("compared with the centre", compared_text(compared)),
    ]
    print_table(("what", "now"), rows)


@sync.command("connect")
@click.argument("url")
@login_options
@json_option
@click.pass_obj
def connect(session: Session, url: str, login: Login, as_json: bool) -> None:
    """Connect the store to the centre at URL and keep the password in this computer's keyring; nothing is exchanged yet."""
    from crmdesk.sync import connecting
    from crmdesk.sync.central.connection import PostgresCentre
    from crmdesk.sync.central.credentials import keep_secret

    settings = login.settings(url)
    if session.path.exists():
        with session.store() as store:
            if connecting.is_connected(store):
                raise ConnectedAlready(centre=kept_settings(store).name)
    secret = login.secret(settings)
    with PostgresCentre(settings, secret) as centre:
        centre.head()  # the login is good, and somebody's
    with session.store(create=True) as store:
        connecting.connect(store, json.loads(settings.to_json()))
    is_remembered = keep_secret(settings, secret)
    if not is_remembered:
        print_error("This computer has no keyring: the password is asked for at each exchange, or passed with --password-fd.")
    if as_json:
        print_json({"centre": settings.to_url(), "password_kept": is_remembered})
        return
    print_line(f"Connected to {settings.name}. Exchange with: crmdesk sync")


@sync.command("leave")
@click.option("--keep", "keeps", is_flag=True, help="Keep all records here, as this computer's own.")
@click.option("--wipe", is_flag=True, help="Remove all records from this computer.")
@click.option("--discard-unsent", is_flag=True, help="With --wipe: also edits that the centre does not have.")
@json_option
@click.pass_obj
def leave(session: Session, *, keeps: bool, wipe: bool, discard_unsent: bool, as_json: bool) -> None:
    """Part from the centre, and forget the password."""
    from crmdesk.services.exchange_state import ExchangeStateService
    from crmdesk.sync import connecting
    from crmdesk.sync.central.credentials import forget_secret

    if keeps == wipe:
        raise click.UsageError("Say --keep or --wipe.")
    with session.store() as store:
        settings = kept_settings(store)
        unsent = ExchangeStateService(store).now().on_its_way
        if wipe and unsent and not discard_unsent:
            raise UnsentWork(count=unsent)
        connecting.leave(store, wipe=wipe)
        forget_secret(settings)
    if as_json:
        print_json({"left": settings.to_url(), "wiped": wipe})
        return
    print_line(f"Left {settings.name}. {'All records were removed.' if wipe else 'All records are kept.'}")


for _command in (questions, settle, carry):
    sync.add_command(_command)

COMMANDS: Final = (sync,)
"""Every command of this area."""
