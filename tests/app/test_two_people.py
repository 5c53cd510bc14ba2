"""What issue C shows when done: two people work offline on the same customers, exchange, and settle everything in their windows.

Each case ends as the matrix says (`sync.md` §2.8, row numbers in brackets), the same on both sides.
"""

from collections.abc import Iterator

import pytest

from crmdesk.core.exchange_words import Choice, ConflictKind
from crmdesk.core.vocabulary import ClaimState
from tests.app.two_windows import TwoPeople, two_people
from tests.sync.central_server import CentralDatabase, central_of_module, clusters

__all__ = ["central_of_module", "clusters"]  # fixtures: a real PostgreSQL

CREDIT_CODE = "91110000100000568B"


@pytest.fixture(scope="module")
def two(central_of_module: CentralDatabase, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TwoPeople]:
    with two_people(central_of_module, tmp_path_factory.mktemp("two")) as both:
        yield both


def test_different_fields_of_one_site_are_both_taken_over(two: TwoPeople) -> None:  # [1]
    site = two.site()
    two.li.type(site, "email", "li@qq.cn")
    two.han.type(site, "website", "https://qqsy.cn")
    two.li.exchange()
    assert two.at_peace(site)
    assert (two.both(site, "email"), two.both(site, "website")) == ("li@qq.cn", "https://qqsy.cn")


def test_the_same_fields_are_settled_by_the_one_who_came_second(two: TwoPeople) -> None:  # [3]
    site = two.site()
    two.li.type(site, "phone", "021 5888 1111")
    two.han.type(site, "phone", "021 5888 2222")
    two.li.edit(site, email="li@qq.cn", website="https://li.cn")
    two.han.edit(site, email="han@qq.cn", website="https://han.cn")
    two.exchange()
    answers = {
        "phone": (Choice.KEEP, "", "021 5888 1111"),
        "email": (Choice.MINE, "", "han@qq.cn"),
        "website": (Choice.OTHER, "https://qqsy.cn", "https://qqsy.cn"),
    }
    assert [two.both(site, field) for field in answers] == ["021 5888 1111", "li@qq.cn", "https://li.cn"]
    assert not any(question.needs_me for question in two.li.questions(site))
    for question in two.han.questions(site):
        assert question.needs_me
        choice, typed, ends_as = answers[question.field or ""]
        two.han.answer(question, choice, typed)
        assert two.han.value(site, question.field or "") == ends_as  # at once, before it is sent
    assert two.at_peace(site)
    assert [two.both(site, field) for field in answers] == [ends_as for *_, ends_as in answers.values()]


def test_a_colleague_is_asked_and_settles_it(two: TwoPeople) -> None:
    site = two.site()
    two.li.edit(site, phone="021 5888 1111")
    two.han.edit(site, phone="021 5888 2222")
    two.exchange(two.li, two.han)
    two.han.answer(two.han.asked(site)[ConflictKind.FIELD], Choice.ASK, "which one?")
    two.exchange(two.han, two.li)
    question = two.li.asked(site)[ConflictKind.FIELD]
    assert "which one?" in two.li.page_of(question).panel.said.text()
    two.li.answer(question, Choice.MINE)
    two.li.exchange()
    assert two.at_peace(site)
    assert two.both(site, "phone") == "021 5888 2222"


@pytest.mark.parametrize("is_merged_first", [True, False], ids=["merged first", "edited first"])
def test_an_edit_of_a_company_merged_meanwhile_lands_on_the_survivor(two: TwoPeople, is_merged_first: bool) -> None:  # [19]
    (company, site), survivor = two.company_with_site(), two.company()
    two.li.told(two.li.services.merging.merge((survivor, company), survivor).changes)
    two.han.edit(company, website="https://qqsy.cn")
    two.han.told(two.han.services.notes.add(site.id, "拜访").changes)
    two.exchange(*((two.li, two.han) if is_merged_first else (two.han, two.li)))
    assert two.at_peace(company, survivor, site)
    if is_merged_first:  # else it is a value of the company that gave way: what it had is in its history
        assert two.both(survivor, "website") == "https://qqsy.cn"
    assert two.both(site, "company_id") == survivor.id
    assert two.li.services.accounts.open(company).key == survivor
    assert [note.text for note in two.li.services.notes.of_site(site.id)] == ["拜访"]


def test_two_merges_into_each_other_end_as_one(two: TwoPeople) -> None:  # [17]
    one, other = two.company(), two.company()
    two.li.told(two.li.services.merging.merge((one, other), one).changes)
    two.han.told(two.han.services.merging.merge((other, one), other).changes)
    two.exchange(two.li, two.han)
    for question in two.han.questions(one, other):
        two.han.answer(question, Choice.KEEP)
    assert two.at_peace(one, other)
    assert {person.services.accounts.open(other).key for person in (two.li, two.han)} == {one}


def test_a_company_merged_into_two_others_is_a_question(two: TwoPeople) -> None:  # [18]
    company, one, other = two.company(), two.company(), two.company()
    two.li.told(two.li.services.merging.merge((one, company), one).changes)
    two.han.told(two.han.services.merging.merge((other, company), other).changes)
    two.exchange(two.li, two.han)
    two.han.answer(two.han.asked(company, one)[ConflictKind.MERGE], Choice.KEEP)
    assert two.at_peace(company, one, other)
    assert {person.services.accounts.open(company).key for person in (two.li, two.han)} == {one}


@pytest.mark.parametrize("choice", [Choice.KEEP, Choice.MINE])
def test_moves_under_each_other_are_settled(two: TwoPeople, choice: Choice) -> None:  # [11]
    one, other = two.company(), two.company()
    two.li.told(two.li.services.moves.move([one], other).changes)
    two.han.told(two.han.services.moves.move([other], one).changes)
    two.exchange(two.li, two.han)
    assert (two.both(one, "parent_id"), two.both(other, "parent_id")) == (other.id, None)
    if choice is Choice.MINE:  # once the first is back at the top, the second may be moved
        two.li.told(two.li.services.moves.move([one], None).changes)
        two.exchange(two.li, two.han)
    two.han.answer(two.han.asked(other)[ConflictKind.CYCLE], choice)
    assert two.at_peace(one, other)
    ends_as = (other.id, None) if choice is Choice.KEEP else (None, one.id)
    assert (two.both(one, "parent_id"), two.both(other, "parent_id")) == ends_as


@pytest.mark.parametrize(("choice", "is_gone"), [(Choice.KEEP, False), (Choice.MINE, True)], ids=["keep", "delete"])
def test_what_another_worked_on_is_not_deleted_unasked(two: TwoPeople, choice: Choice, is_gone: bool) -> None:  # [8]
    site = two.site()
    two.li.edit(site, phone="021 5888 1111")
    two.han.told(two.han.services.deletions.delete([site]).changes)
    two.exchange(two.li, two.han)
    assert two.both(site, "phone") == "021 5888 1111"
    two.han.answer(two.han.asked(site)[ConflictKind.DELETE], choice)
    assert two.at_peace(site)
    assert (two.row(two.li, site)["deleted_at"] is not None) == is_gone


def test_what_another_deleted_comes_back_with_the_edit(two: TwoPeople) -> None:  # [7]
    site = two.site()
    two.li.told(two.li.services.deletions.delete([site]).changes)
    two.han.edit(site, phone="021 5888 2222")
    two.exchange()
    assert two.both(site, "phone") == "021 5888 2222"
    for person in (two.li, two.han):
        for told in person.questions(site):
            if told.needs_me:
                person.answer(told, Choice.KEEP)
        person.exchange()
    assert two.at_peace(site)


def test_a_company_below_a_deleted_one_moves_up_and_it_is_told(two: TwoPeople) -> None:  # [13]
    company = two.company()
    two.li.told(two.li.services.deletions.delete([company]).changes)
    below = two.han.company("全球石油上海公司", parent_id=company.id)
    two.exchange()
    assert two.both(below, "parent_id") is None
    two.han.answer(two.han.asked(below)[ConflictKind.PARENT], Choice.KEEP)
    assert two.at_peace(below, company)


def test_a_taken_code_is_replaced_by_another(two: TwoPeople) -> None:  # [14]
    first = two.li.company("全球石油有限公司", code="QQSY")
    second = two.han.company("全球实业有限公司", code="QQSY")
    two.exchange()
    assert (two.both(first, "code"), two.both(second, "code")) == ("QQSY", None)
    two.han.answer(two.han.asked(second)[ConflictKind.CODE], Choice.OTHER, "QQSY2")
    assert two.at_peace(first, second)
    assert two.both(second, "code") == "QQSY2"


def test_one_credit_code_twice_is_told(two: TwoPeople) -> None:  # [15]
    first = two.li.company("联想控股", credit_code=CREDIT_CODE)
    second = two.han.company("联想集团", credit_code=CREDIT_CODE)
    two.exchange(two.li, two.han)
    told = two.han.asked(second)[ConflictKind.DUPLICATE]
    assert two.han.page_of(told).panel.merge_button.isVisible()
    two.han.answer(told, Choice.KEEP)
    assert two.at_peace(first, second)
    assert two.both(first, "credit_code") == two.both(second, "credit_code") == CREDIT_CODE


def test_what_an_older_program_emptied_is_typed_anew(two: TwoPeople) -> None:  # [31]
    site = two.site()
    name = two.both(site, "name")
    with two.han.services._store.unit_of_work() as uow:
        uow.connection.exec_driver_sql("UPDATE site SET name='' WHERE id=?", (site.id,))
        uow.commit()
    two.han.exchange()
    assert two.both(site, "name") == name
    two.han.answer(two.han.asked(site)[ConflictKind.INVALID], Choice.OTHER, "浦东旗舰店")
    assert two.at_peace(site)
    assert two.both(site, "name") == "浦东旗舰店"


@pytest.mark.parametrize("choice", [Choice.ACCEPT, Choice.DISMISS])
def test_an_owner_decides_who_gets_his_customer(two: TwoPeople, choice: Choice) -> None:  # [25]
    site = two.site()
    two.li.edit(site, owner_id=two.li.user)
    two.exchange(two.li, two.han)
    two.han.edit(site, owner_id=two.han.user)
    two.exchange(two.han, two.li)
    assert two.both(site, "owner_id") == two.li.user
    assert not two.han.asked(site)[None].needs_me
    two.li.answer(two.li.asked(site)[None], choice)
    two.li.exchange()
    assert two.at_peace(site)
    assert two.both(site, "owner_id") == (two.han.user if choice is Choice.ACCEPT else two.li.user)


def test_who_comes_first_holds_a_prospect(two: TwoPeople) -> None:  # [23]
    prospect = two.company()
    for person in (two.han, two.li):
        person.told(person.services.claims.ask(prospect))
    two.exchange(two.li, two.han)
    assert two.li.services.claims.status(prospect).state is ClaimState.HELD
    status = two.han.services.claims.status(prospect)
    assert (status.is_mine, status.holder) == (False, "李雷")
    told = two.han.asked(prospect)[ConflictKind.CLAIM]
    assert "李雷 holds this" in two.han.page_of(told).panel.story.text()
    two.han.answer(told, Choice.KEEP)
    assert two.at_peace(prospect)
