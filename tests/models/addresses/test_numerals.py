import pytest

from crmdesk.models.addresses.numerals import arabic


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("二十八号", "28号"),
        ("一〇〇号", "100号"),
        ("十号", "10号"),
        ("一百二十号", "120号"),
        ("二百零五", "205"),
        ("廿三里", "23里"),
        ("百官路", "百官路"),
        ("工业七路", "工业7路"),
        ("plain 12", "plain 12"),
        ("千岛湖", "千岛湖"),
    ],
)
def test_chinese_numerals_become_digits(text: str, expected: str) -> None:
    assert arabic(text) == expected
