"""What of a lead goes where: everything into new records, blanks of existing ones, the rest is a choice."""

from typing import Any

import pytest

from crmdesk.core.vocabulary import RecordKind
from crmdesk.models.converting import Effect, address_line, carried, site_name, written

LEAD: dict[str, Any] = {
    "company_name": "全球石油有限公司",
    "person": "韩梅梅",
    "mobile": "13800000000",
    "phone": "021-50000000",
    "email": "han@example.cn",
    "city": "上海市",
    "street": "世纪大道100号",
    "note": "展会上认识",
    "source_id": "s1",
}


def _effects(target: RecordKind, stored: dict[str, Any] | None, lead: dict[str, Any] | None = None) -> dict[str, Effect]:
    return {one.field: one.effect for one in carried(target, LEAD if lead is None else lead, stored)}


def test_a_new_record_gets_everything() -> None:
    assert set(_effects(RecordKind.COMPANY, None).values()) == {Effect.NEW}
    assert written(RecordKind.CONTACT, LEAD, None, frozenset()) == {
        "name": "韩梅梅",
        "mobile": "13800000000",
        "phone": "021-50000000",
        "email": "han@example.cn",
    }


@pytest.mark.parametrize(
    ("stored", "effect"),
    [
        ({"phone": None}, Effect.FILL),
        ({"phone": ""}, Effect.FILL),
        ({"phone": "021-50000000"}, Effect.SAME),
        ({"phone": "010-1"}, Effect.CHOICE),
    ],
)
def test_a_stored_value_gives_way_only_when_it_is_blank(stored: dict[str, Any], effect: Effect) -> None:
    assert _effects(RecordKind.SITE, stored)["phone"] is effect
    assert written(RecordKind.SITE, LEAD, stored, frozenset()).get("phone") == ("021-50000000" if effect is Effect.FILL else None)
    taken = written(RecordKind.SITE, LEAD, stored, frozenset({"phone"}))
    assert ("phone" in taken) is (effect in {Effect.FILL, Effect.CHOICE})


def test_an_address_goes_as_a_whole() -> None:
    stored = {"city": "北京市", "street": "马连道11号", "postcode": "100055"}
    assert _effects(RecordKind.SITE, stored)["address_text"] is Effect.CHOICE
    assert "city" not in written(RecordKind.SITE, LEAD, stored, frozenset())
    taken = written(RecordKind.SITE, LEAD, stored, frozenset({"address_text"}))
    assert (taken["city"], taken["street"], taken["postcode"]) == ("上海市", "世纪大道100号", None)


def test_names_and_owners_of_existing_records_stay() -> None:
    lead = {**LEAD, "owner_id": "me"}
    effects = _effects(RecordKind.COMPANY, {"legal_name": "环球石油", "owner_id": "li"}, lead)
    assert (effects["legal_name"], effects["owner_id"]) == (Effect.SAME, Effect.SAME)
    assert _effects(RecordKind.COMPANY, {"legal_name": "环球石油"}, lead)["owner_id"] is Effect.FILL


def test_a_mail_is_the_persons_and_without_one_the_sites() -> None:
    assert "email" not in _effects(RecordKind.SITE, None)
    assert _effects(RecordKind.SITE, None, {**LEAD, "person": None})["email"] is Effect.NEW


def test_nothing_is_carried_from_nothing() -> None:
    assert carried(RecordKind.SITE, {}, None) == ()
    assert written(RecordKind.SITE, {}, {"phone": "1"}, frozenset({"phone"})) == {}


@pytest.mark.parametrize(
    ("lead", "name"),
    [
        ({"district": "浦东新区", "city": "上海市"}, "浦东新区"),
        ({"city": "上海市"}, "上海市"),
        ({"company_name": "全球石油"}, "全球石油"),
        ({"person": "韩梅梅"}, "韩梅梅"),
    ],
)
def test_a_new_site_is_called_by_its_place(lead: dict[str, Any], name: str) -> None:
    assert site_name(lead) == name


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"address_text": "上海世纪大道100号", "city": "上海市"}, "上海世纪大道100号"),
        ({"city": "上海市", "street": "世纪大道100号"}, "上海市世纪大道100号"),
        ({"province": "北京市", "city": "北京市", "district": "丰台区", "street": "石榴庄路1号"}, "北京市丰台区石榴庄路1号"),
        ({"country": "DE", "city": "Berlin", "street": "Hauptstr. 1"}, "Hauptstr. 1, Berlin"),
        ({"city": "Berlin", "street": "Hauptstr. 1"}, "Hauptstr. 1, Berlin"),
        ({}, ""),
    ],
    ids=["typed", "city", "twice the same", "Germany", "no country", "nothing"],
)
def test_an_address_line_is_as_typed_or_as_its_country_writes_it(values: dict[str, Any], line: str) -> None:
    assert address_line(values) == line


@pytest.mark.parametrize(
    ("stored", "effect"), [({"country": "CN"}, Effect.SAME), ({"country": None}, Effect.FILL), ({"country": "DE"}, Effect.CHOICE)]
)
def test_a_country_alone_fills_only_what_is_blank(stored: dict[str, Any], effect: Effect) -> None:
    assert _effects(RecordKind.COMPANY, stored, {**LEAD, "country": "CN"})["country"] is effect
