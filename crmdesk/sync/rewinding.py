"""When the stories differ: a disk that was restored or copied (fork), a centre that lost commits (rewind), one away too long (resync)."""

from random import Random

from crmdesk.core.vocabulary import ActionKind
from crmdesk.storage import exchange_outbox, exchange_progress
from crmdesk.storage.exchange_doubts import doubt_above, doubt_everything
from crmdesk.storage.exchange_progress import Progress
from crmdesk.storage.store import Store
from crmdesk.storage.uow import UnitOfWork
from crmdesk.sync import marks
from crmdesk.sync.fields import PULL_ORDER
from crmdesk.sync.outbox import fresh_id
from crmdesk.sync.protocol import Welcome


def fork(store: Store, random: Random) -> str:
    """Go on as a new device, because another disk has gone on under this one's name; return its id.

    Everything unanswered is sent again with its ids, so the centre recognises what it has (`sync.md` §2.5.4).
    """
    with store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
        device = _new_device(uow, random)
        uow.commit()
    return device


def _new_device(uow: UnitOfWork, random: Random) -> str:
    sent = exchange_outbox.unsend(uow.connection)
    device = fresh_id(random)
    exchange_progress.set_control(uow.connection, {"device_id": device, "sent_seq": sent, "last_no": 0, "last_batch": None})
    return device


def compare_stories(store: Store, welcome: Welcome, random: Random) -> bool:
    """Compare what the centre says with what is known here, and go back where it lost something; return whether it did.

    Operations of commits it may have lost wait again and go under a new name, for after a fork in between the numbers of the old one
    tell another story; their ids stay. Where all fingerprints are known, lost batches are sent again byte for byte.
    """
    with store.read() as connection:
        device = exchange_progress.device(connection)
        known = exchange_progress.marks(connection)
        start = exchange_progress.progress(connection)
        lost = connection.exec_driver_sql(
            "SELECT count(*) FROM sync_batch WHERE device_id=? AND no>? AND acked_at IS NOT NULL", (device.id, welcome.last_no)
        ).scalar_one()
    shown = [mark.n for mark in marks.shown(known)]
    missing = [n for n in shown if n not in welcome.marks]
    if not lost and not missing and not welcome.resync:
        return False
    with store.unit_of_work(action=ActionKind.EXCHANGE, source="exchange") as uow:
        if lost and not missing and not exchange_outbox.unanswer(uow.connection, device.id, welcome.last_no):
            _new_device(uow, random)
        if missing:
            complete = [mark.n for mark in known if mark.complete and mark.n in welcome.marks]
            back = min(max(complete, default=0), start.n)
            if exchange_outbox.unanswer_above(uow.connection, back):
                _new_device(uow, random)
            doubt_above(uow.connection, PULL_ORDER, back)
            exchange_progress.drop_marks(uow.connection, [mark.n for mark in known if mark.n > back])
            exchange_progress.set_progress(uow.connection, Progress(back))
        if welcome.resync:
            doubt_everything(uow.connection, PULL_ORDER)
            exchange_progress.set_progress(uow.connection, Progress(0))
        uow.commit()
    return True
