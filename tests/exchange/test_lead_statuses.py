import pytest

from crmdesk.core.vocabulary import LeadStatus
from crmdesk.exchange.lead_statuses import lead_status


@pytest.mark.parametrize("status", LeadStatus)
def test_our_own_words_are_known(status: LeadStatus) -> None:
    assert lead_status(status.value) == lead_status(status.value.upper()) == status.value


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Open - Not Contacted", LeadStatus.NEW),
        ("closed — converted", LeadStatus.CONVERTED),
        ("Closed - Not Converted", LeadStatus.DISQUALIFIED),
        ("跟进中", LeadStatus.WORKING),
        ("已轉換", LeadStatus.CONVERTED),
    ],
)
def test_words_of_others_are_known(text: str, status: LeadStatus) -> None:
    assert lead_status(text) == status.value


def test_other_words_are_not() -> None:
    assert lead_status("somewhere") is None
