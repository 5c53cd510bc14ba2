"""Where a child goes: the rules in their order."""

from datetime import date

import pytest

from crmdesk.models.splitting import reasons
from crmdesk.models.splitting.assignment import Assignment, Child
from crmdesk.models.splitting.known_addresses import AddressOrigin, KnownAddress

WORDS = {
    "head": {"浦东": 0.7, "世纪大道": 0.8, "上海": 0.6},
    "plant": {"昆山": 0.7, "石浦路": 0.8, "工厂": 0.62, "Market": 0.7},
    "store": {"昆山路": 0.8, "上海": 0.6, "展厅": 0.62},
}
AT_PLANT = KnownAddress("昆山市石浦路188号", AddressOrigin.CONTACT)
AT_BOX = KnownAddress("邮政信箱1号", AddressOrigin.EXTRA)
NOWHERE = KnownAddress("别处路9号", AddressOrigin.TEXT)
SITES = {AT_PLANT: "plant"}


def assign(*children: Child) -> list[tuple[str, str]]:
    found = Assignment("head", SITES.get, WORDS, {"p1": "李强"}).assign(children)
    return [(verdict.site, verdict.reason.message) for verdict in found]


def note(text: str = "", *, contact: str | None = None, day: int = 0, addresses: tuple[KnownAddress, ...] = ()) -> Child:
    at = date(2026, 3, day) if day else None
    return Child("activity", text, text, (), addresses, text, contact, at)


def person(*addresses: KnownAddress, text: str = "") -> Child:
    return Child("position", "1", "李强", addresses, (), text, "p1", None, places_contact=True)


def test_a_person_goes_where_his_mail_goes_and_takes_his_notes_along() -> None:
    note_first = [note("签合同", contact="p1"), person(AT_PLANT)]
    assert [site for site, _why in assign(*note_first)] == ["plant", "plant"]
    assert assign(*note_first)[0][1] == "李强, whom it is about, works there."


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("昆山要加货", "plant"),
        ("去昆山路看看", "store"),  # the longer word holds the shorter one
        ("上海很热", "head"),  # two sites are in Shanghai: nobody is meant
        ("从浦东到昆山", "head"),  # two sites are named
        ("meet at market", "plant"),
        ("supermarket", "head"),  # no word of its own
    ],
)
def test_a_place_named_in_the_text(text: str, site: str) -> None:
    assert assign(note(text))[0][0] == site


def test_an_address_in_the_text_counts_more_than_words() -> None:
    ((site, why),) = assign(note("浦东", addresses=(AT_PLANT,)))
    assert (site, why) == ("plant", "Its text gives the address: 昆山市石浦路188号")


def test_an_address_that_is_no_site_keeps_words_from_deciding() -> None:
    ((site, why),) = assign(note("工厂搬家", addresses=(NOWHERE,)))
    assert site == "head"
    assert "别处路9号" in why


def test_a_postbox_stays() -> None:
    ((site, why),) = assign(Child("extra_address", "1", "x", (AT_BOX,)))
    assert (site, why) == ("head", "A postbox is never a site: 邮政信箱1号")


def test_a_postbox_says_nothing_of_where_a_person_works() -> None:
    assert assign(person(AT_BOX, text="昆山工厂"))[0][0] == "plant"


def test_a_day_between_two_of_one_site_goes_there() -> None:
    found = assign(note("昆山", day=3), note("电话没人接", day=5), note("石浦路", day=9), note("以后", day=20))
    assert [site for site, _why in found] == ["plant", "plant", "plant", "head"]


def test_a_day_on_which_one_site_was_dealt_with_goes_there() -> None:
    found = assign(note("昆山", day=1), note("浦东", day=4), note("电话", day=5), note("昆山", day=9), note("昆山", day=10))
    assert found[2] == ("plant", "On 2026-03-05 only this site was being dealt with.")


def test_what_names_several_or_nothing_stays_and_says_so() -> None:
    several, nothing = assign(note("从浦东到昆山"), note("客户满意"))
    assert several == ("head", "Its text names several sites (浦东, 昆山), so it stays.")
    assert nothing == ("head", reasons.STAYS.message)
    assert reasons.STAYS.is_weak
