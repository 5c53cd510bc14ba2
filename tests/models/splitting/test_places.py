"""Which places addresses are, what they are called, and what they become."""

import pytest

from crmdesk.core.vocabulary import AddressUse
from crmdesk.models.company_names import short_place
from crmdesk.models.splitting.known_addresses import AddressOrigin, KnownAddress
from crmdesk.models.splitting.places import Place, address_columns, group_places, kind_of_place, place_name, place_words

OWN = KnownAddress("上海市浦东新区世纪大道100号金茂大厦11楼", AddressOrigin.OWN)


def place(text: str, hint: str = "", origin: AddressOrigin = AddressOrigin.EXTRA) -> Place:
    return group_places([KnownAddress(text, origin, ("extra_address", "1"), use=AddressUse.DELIVERY, hint=hint)])[0]


def test_the_three_addresses_of_the_rule_are_two_places() -> None:
    """`facts.md` §1.2."""
    texts = ("上海市浦东新区世纪大道100号金茂大厦11楼", "世纪大道100号17楼", "上海市浦东新区世纪大道500号")
    places = group_places([KnownAddress(text, AddressOrigin.CONTACT, ("contact", text)) for text in texts])
    assert [[known.text for known in found.addresses] for found in places] == [list(texts[:2]), [texts[2]]]
    assert [unit.floor for unit in places[0].units()] == ["11楼", "17楼"]
    reason = places[0].grounds()[1].reason
    assert reason is not None
    assert reason.message == "same building: 世纪大道100号; the floor differs"
    assert not places[1].units()


def test_a_text_alone_makes_a_site_only_when_it_says_what_it_is_or_is_not_alone() -> None:
    one = KnownAddress("张杨路188号", AddressOrigin.TEXT, ("activity", "1"), hint="中午在张杨路188号吃饭")
    again = KnownAddress("张杨路188号", AddressOrigin.TEXT, ("activity", "2"), hint="张杨路188号见")
    told = KnownAddress("张杨路188号", AddressOrigin.TEXT, ("activity", "1"), hint="张杨路188号的仓库")
    assert [group_places(found)[0].makes_site for found in ([OWN, one][1:], [one, again], [told])] == [False, True, True]


@pytest.mark.parametrize(
    ("text", "hint", "kind"),
    [
        ("昆山市石浦路188号3号厂房", "", "factory"),
        ("世纪大道500号", "送货仓库", "warehouse"),
        ("建国路93号", "北京办事处", "representative"),
        ("南京东路300号恒基门店", "", "store"),
        ("12 Industrial Road, Springfield", "the plant", "factory"),
        ("世纪大道500号", "配送中心", "logistics"),
        ("世纪大道500号", "", ""),
        ("中山东路1号和平大酒店", "", ""),
    ],
)
def test_words_tell_the_kind_of_place(text: str, hint: str, kind: str) -> None:
    assert kind_of_place(place(text, hint))[0] == kind


@pytest.mark.parametrize(
    ("text", "word", "home", "name"),
    [
        ("上海市浦东新区世纪大道500号", "仓库", "上海市", "浦东仓库"),
        ("北京市朝阳区建国路93号", "办事处", "上海市", "北京朝阳办事处"),
        ("昆山市千灯镇石浦路188号", "工厂", "上海市", "昆山工厂"),
        ("500 Market Street, San Francisco, CA 94105", "", "", "San Francisco"),
        ("世纪大道500号", "", "", "世纪大道"),
    ],
)
def test_a_place_is_called_by_its_town_and_kind(text: str, word: str, home: str, name: str) -> None:
    assert place_name(place(text), word, home, short_place, lambda _name: False) == name


def test_a_name_that_is_taken_gets_the_road_and_then_the_number() -> None:
    found, taken = place("上海市浦东新区世纪大道500号"), {"浦东"}
    assert place_name(found, "", "上海市", short_place, taken.__contains__) == "浦东世纪大道"
    taken.add("浦东世纪大道")
    assert place_name(found, "", "上海市", short_place, taken.__contains__) == "浦东世纪大道500号"


@pytest.mark.parametrize(
    ("known", "columns"),
    [
        (
            KnownAddress("上海市浦东新区世纪大道500号", AddressOrigin.EXTRA),
            {"province": "上海市", "city": "上海市", "district": "浦东新区", "street": "世纪大道500号", "country": "CN"},
        ),
        (
            KnownAddress("500 Market Street, San Francisco, CA 94105", AddressOrigin.EXTRA),
            {"province": "CA", "city": "San Francisco", "street": "500 Market Street", "postcode": "94105", "country": "US"},
        ),
        (
            KnownAddress("石浦路188号", AddressOrigin.EXTRA, province="江苏省", city="昆山市", postcode="215341"),
            {"province": "江苏省", "city": "昆山市", "street": "石浦路188号", "postcode": "215341"},
        ),
    ],
)
def test_an_address_becomes_columns_and_its_text_is_kept(known: KnownAddress, columns: dict[str, str]) -> None:
    found = address_columns(known)
    assert found.pop("address_text") == known.text
    assert columns.items() <= found.items()


def test_words_that_mean_a_place() -> None:
    words = place_words(place("昆山市千灯镇石浦路188号"), {"工厂": 0.6}, short_place)
    assert {"昆山", "昆山市", "千灯镇", "石浦路", "188号", "工厂"} <= words.keys()
