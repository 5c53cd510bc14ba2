"""The review of a first connection over a real store: side by side, one by one, in bulk, by keyboard, and done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.duplicate_groups import Confidence
from crmdesk.services.first_connection import FirstConnection
from crmdesk.storage.store import Store
from crmdesk.sync.connecting import connect
from crmdesk.ui.shell.window import ShellWindow
from crmdesk.views.context import ViewContext
from crmdesk.views.exchange_matching.review import MatchingReview, open_matching
from tests.views.exchange_matching.conftest import World


@pytest.fixture
def review(world: World, view_context: ViewContext, shell: ShellWindow, qtbot: QtBot) -> MatchingReview:
    made = open_matching(view_context, shell)
    qtbot.waitUntil(lambda: bool(made.matches.proposals))
    return made


def living(store: Store, table: str) -> int:
    with store.read() as connection:
        return int(connection.exec_driver_sql(f"SELECT count(*) FROM {table} WHERE deleted_at IS NULL").scalar_one())


def shown(review: MatchingReview) -> str:
    return "\n".join(label.text() for label in review.findChildren(QLabel) if label.isVisible())


def key(review: MatchingReview, pressed: Qt.Key) -> None:
    QTest.keyClick(review.matches, pressed)


def test_pairs_stand_side_by_side_with_the_centres_values_kept(review: MatchingReview, qtbot: QtBot, world: World) -> None:
    qtbot.waitUntil(lambda: review.panel.grid is not None and review.panel.isVisible())
    assert review.matches.proposals[0].match.mine == world.mine.id
    grid = review.panel.grid
    assert grid is not None
    assert [cell.isEnabled() for cell in grid.survivor_cells()] == [False, False]
    assert [cell.isChecked() for cell in grid.cells_of("phone")] == [True, False]
    assert [cell.isChecked() for cell in grid.cells_of("website")] == [False, True]
    text = shown(review)
    assert "of the record that stays" in text
    assert "QQSY (" not in text, "the pair's own code is taken by nobody else"
    assert "LBQY (沃尔玛(中国)投资有限公司 – at the centre 广州立白企业集团有限公司)" in text
    assert "Nothing of yours is sent before you are done here" in text


def test_s_makes_one_of_them_and_the_next_pair_follows(review: MatchingReview, qtbot: QtBot, store: Store, world: World) -> None:
    before = len(review.matches.proposals)
    key(review, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: len(review.matches.proposals) == before - 1)
    with store.read() as connection:
        row = connection.exec_driver_sql("SELECT phone,website FROM company WHERE id=?", (world.theirs.id,)).one()
    assert tuple(row) == ("010-63271234", "qqsy.cn")


def test_a_chosen_value_is_taken(review: MatchingReview, qtbot: QtBot, store: Store, world: World) -> None:
    qtbot.waitUntil(lambda: review.panel.grid is not None)
    grid = review.panel.grid
    assert grid is not None
    grid.cells_of("phone")[1].click()
    qtbot.waitUntil(grid.cells_of("phone")[1].isChecked)
    review.same.trigger()
    qtbot.waitUntil(lambda: living(store, "company") == 5)
    with store.read() as connection:
        assert connection.exec_driver_sql("SELECT phone FROM company WHERE id=?", (world.theirs.id,)).scalar() == "021-58881234"


def test_n_parts_them_and_l_puts_off(review: MatchingReview, qtbot: QtBot, store: Store) -> None:
    before = len(review.matches.proposals)
    key(review, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: len(review.matches.proposals) == before - 1)
    key(review, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: review.matches.proposals[0].is_later)
    assert living(store, "company") == 6
    assert living(store, "pair_verdict") == 1


def test_all_certain_ones_are_decided_at_once(review: MatchingReview, qtbot: QtBot, store: Store) -> None:
    review.certain.trigger()
    certain = sum(proposal.confidence is Confidence.CERTAIN for proposal in review.matches.proposals)
    qtbot.waitUntil(lambda: len(review.matches.chosen) == certain > 1)
    review.same.trigger()
    qtbot.waitUntil(lambda: living(store, "site") == 1)
    qtbot.waitUntil(lambda: all(one.confidence is not Confidence.CERTAIN for one in review.matches.proposals))


def test_stopping_a_bulk_answer_keeps_what_was_decided(
    review: MatchingReview, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crmdesk.ui.tasks.progress.Progress.cancelled", True)
    review.matches.selectAll()
    review.same.trigger()
    qtbot.waitUntil(lambda: "decided on by then" in shown(review))
    assert len(review.matches.proposals) == 4


def test_done_lets_everything_be_sent(review: MatchingReview, qtbot: QtBot, store: Store) -> None:
    with qtbot.waitSignal(review.done_with):
        review.done_action.trigger()
    assert not FirstConnection(store).is_matching


def test_where_nobody_is_waited_for_there_is_nothing_to_be_done(
    view_context: ViewContext, shell: ShellWindow, qtbot: QtBot
) -> None:
    made = open_matching(view_context, shell)
    qtbot.waitUntil(lambda: "Nothing is left to compare" in shown(made))
    assert not made.done_action.isVisible()


def test_nothing_left_says_so(review: MatchingReview, qtbot: QtBot) -> None:
    review.matches.selectAll()
    review.apart.trigger()
    qtbot.waitUntil(lambda: review.matches.proposals == ())
    qtbot.waitUntil(lambda: "Nothing is left to compare" in shown(review))


def test_the_list_is_a_sound_model(review: MatchingReview) -> None:
    model = review.matches.model()
    _tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    review.matches.show_proposals(review.matches.proposals[1:])
    review.matches.show_proposals(())


def test_a_store_that_waits_says_so_and_opens_the_review(
    world: World, store: Store, view_context: ViewContext, shell: ShellWindow, qtbot: QtBot
) -> None:
    from crmdesk.core.changes import Changes
    from crmdesk.views.exchange.desk import ExchangeDesk
    from crmdesk.views.exchange_matching.offer import MatchingOffer
    from tests.views.exchange.conftest import Jobs, LinkDouble

    asked = view_context.services.__dict__
    asked.pop("first_connection", None)
    offer = MatchingOffer(view_context, shell)
    view_context.published(Changes(action="exchange", touched={"company": None}))
    assert "first_connection" not in asked  # nobody asks where there is no centre
    desk = ExchangeDesk(view_context, Jobs(), LinkDouble(), view_context)
    view_context.exchange_with(desk)
    connect(store, {"hosts": [["centre.example", 5432]]})
    FirstConnection(store).search(lambda _share: None)
    desk.count()
    qtbot.waitUntil(lambda: "Nothing of yours is sent" in "\n".join(label.text() for label in shell.findChildren(QLabel)))
    offer.open()
    assert shell.findChild(MatchingReview) is not None


def test_people_follow_once_their_sites_are_one(review: MatchingReview, qtbot: QtBot, store: Store) -> None:
    with store.unit_of_work() as uow:
        for number, rv, site in ((21, 7, 11), (22, 0, 12)):
            uow.connection.exec_driver_sql(
                "INSERT INTO contact(id,rv,name,mobile) VALUES(?,?,'王芳','13800138000')", (f"{number:032}", rv)
            )
            uow.connection.exec_driver_sql(
                "INSERT INTO position(id,rv,contact_id,site_id) VALUES(?,?,?,?)",
                (f"{number + 10:032}", rv, f"{number:032}", f"{site:032}"),
            )
        uow.commit()
    review.certain.trigger()
    qtbot.waitUntil(lambda: len(review.matches.chosen) > 1)
    review.same.trigger()
    qtbot.waitUntil(lambda: any(one.match.kind is RecordKind.CONTACT for one in review.matches.proposals))
    at = next(row for row, one in enumerate(review.matches.proposals) if one.match.kind is RecordKind.CONTACT)
    review.matches.go_to(at)
    qtbot.waitUntil(lambda: "They share the phone number +8613800138000." in shown(review))
    texts = [review.matches.model().index(at, column).data() for column in range(5)]
    assert texts[2:] == ["王芳 – 浦东办公室", "王芳 – 浦东办公室", "Name and contact"]
    key(review, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: living(store, "contact") == 1)
    qtbot.waitUntil(lambda: all(one.match.kind is not RecordKind.CONTACT for one in review.matches.proposals))
