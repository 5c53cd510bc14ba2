"""What of a record becomes terms of the index."""

import pytest

from crmdesk.models.search_text import NAME, NUMBER, PLACE, SHORT, SYLLABLE, WHOLE, Searchable, search_key, terms_of


def terms(record: Searchable) -> set[str]:
    return set(terms_of(record).split(" "))


def test_a_name_is_found_by_characters_letters_and_syllables() -> None:
    assert terms(Searchable("全球")) == {
        *("全", "球", "全球", "q", "qq"),
        *(SYLLABLE + "quan", SYLLABLE + "qiu", SYLLABLE + "quan" + SYLLABLE + "qiu"),
        *(NAME + "全", NAME + "全球", NAME + "q", NAME + "qq"),
        *(WHOLE + "全球", WHOLE + "quanqiu", WHOLE + "qq"),
    }


@pytest.mark.parametrize(
    ("record", "term"),
    [
        (Searchable("x", short_name="家乐福"), SHORT + "家乐"),
        (Searchable("x", code="JLF-BJ"), SHORT + "jlf"),
        (Searchable("x", code="JLF-BJ"), WHOLE + "jlfbj"),
        (Searchable("x", numbers=("138 0013",)), NUMBER + "8001"),
        (Searchable("x", numbers=("138 0013",)), NUMBER + "013"),
        (Searchable("x", registration="91110000X"), WHOLE + "91110000x"),
        (Searchable("x", places=("酒仙桥路10号",)), PLACE + "仙桥"),
        (Searchable("x", places=("酒仙桥路1011号",)), PLACE + "101"),
        (Searchable("方庄店", context=("家乐福",)), "jlf"),
    ],
)
def test_every_field_has_its_terms(record: Searchable, term: str) -> None:
    assert term in terms(record)


def test_a_company_repeated_in_the_name_of_its_site_is_written_once() -> None:
    assert terms_of(Searchable("家乐福方庄店", context=("家乐福",))) == terms_of(Searchable("家乐福方庄店"))


def test_only_the_beginning_of_an_endless_text_is_indexed() -> None:
    assert len(terms_of(Searchable("中" * 100_000, places=("路" * 100_000,)))) < 5_000


@pytest.mark.parametrize(("text", "key"), [("ＡＢＢ（中國）", "abb中国"), ("Müller & Söhne", "mullersohne"), ("", ""), ("…", "")])
def test_what_does_not_count_in_a_search_is_dropped(text: str, key: str) -> None:
    assert search_key(text) == key


def test_a_record_of_nothing_but_punctuation_has_no_terms() -> None:
    assert terms_of(Searchable("—", short_name="…", code="-", numbers=("+",), places=(" ",))) == ""
