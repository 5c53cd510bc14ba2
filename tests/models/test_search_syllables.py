"""Syllables and their beginnings."""

import pytest

from crmdesk.models.pinyin import readings
from crmdesk.models.search_syllables import LONGEST, SYLLABLES, beginning_with, spellings


@pytest.mark.parametrize(
    ("letters", "syllables"),
    [
        ("qiu", {"qiu"}),
        ("qua", {"quan"}),
        ("lu", {"lu", "luan", "lun", "luo", "lv", "lve"}),
        ("lv", {"lv", "lve"}),
        ("u", set()),
        ("", set()),
    ],
)
def test_letters_begin_syllables(letters: str, syllables: set[str]) -> None:
    assert set(beginning_with(letters)) == syllables


def test_the_table_is_the_syllables_of_mandarin() -> None:
    assert 400 <= len(SYLLABLES) <= 420
    assert len("zhuang") == LONGEST
    assert spellings("lve") == ("lve", "lue")


def test_the_readings_of_common_characters_are_in_the_table() -> None:
    assert (
        set(
            readings(
                "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
            )
        )
        <= SYLLABLES
    )
