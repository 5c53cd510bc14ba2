import pytest

from crmdesk.core.vocabulary import RecordKind
from crmdesk.services.record_key import RecordKey


def test_a_key_survives_being_text() -> None:
    key = RecordKey(RecordKind.SITE, "01a2")
    assert str(key) == "site:01a2"
    assert RecordKey.parse(str(key)) == key


@pytest.mark.parametrize("text", ["", "site", "site:", "planet:1"])
def test_other_text_is_no_key(text: str) -> None:
    with pytest.raises(ValueError):
        RecordKey.parse(text)
