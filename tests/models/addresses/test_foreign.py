import pytest

from crmdesk.models.addresses import parse_address, premises_of


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Unit 1203, 12/F, Tower 1, 88 Queensway, Admiralty",
            {"room": "Unit 1203", "floor": "12/F", "building": "Tower 1", "number": "88", "road": "Queensway", "country": "HK"},
        ),
        (
            "Room 801, 8th Floor, Jardine House, 1 Connaught Place, Central, Hong Kong",
            {"room": "Room 801", "floor": "8th Floor", "compound": "Jardine House", "number": "1", "road": "Connaught Place"},
        ),
        (
            "221 E. 51st St., Chicago, IL 60615",
            {"number": "221", "road": "E. 51st St", "city": "Chicago", "province": "IL", "postcode": "60615", "country": "US"},
        ),
        ("Bahnhofstrasse 12a, 8001 Zürich", {"road": "Bahnhofstrasse", "number": "12a", "postcode": "8001", "city": "Zürich"}),
        ("10 Downing St, London SW1A 2AA", {"number": "10", "road": "Downing St", "city": "London", "postcode": "SW1A 2AA"}),
        (
            "Hauptstr. 5, 10115 Berlin, Deutschland",
            {"road": "Hauptstr", "number": "5", "city": "Berlin", "country": "Deutschland"},
        ),
    ],
)
def test_number_and_road_by_their_shape(text: str, parts: dict[str, str]) -> None:
    parsed = parse_address(text)
    assert {name: parsed.parts[name].text for name in parts if name in parsed.parts} == parts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("221 E. 51st St., Chicago, IL 60615", "221 East 51st Street, Chicago"),
        ("Bahnhofstrasse 12a, 8001 Zürich", "Bahnhofstr. 12A, Zürich"),
        ("10 Downing St, London SW1A 2AA", "10 Downing Street, London"),
        ("Suite 400, 88 Queensway, Hong Kong", "12/F, 88 Queensway, Hong Kong"),
    ],
)
def test_spellings_of_one_place_have_one_key(one: str, other: str) -> None:
    assert premises_of(parse_address(one)).key == premises_of(parse_address(other)).key


def test_the_country_given_decides_the_form_of_the_postcode() -> None:
    parsed = parse_address("Route de Lausanne 1, 1201 Genève", country="CH")
    assert parsed.postcode is not None
    assert (parsed.postcode.text, parsed.country and parsed.country.code) == ("1201", "CH")
