"""Errors carry a sentence for a person and the pieces to translate it."""

import pytest

from crmdesk.core.errors import Cancelled, ChangedMeanwhile, CrmError, InvalidField, RecordNotFound


@pytest.mark.parametrize(
    ("error", "message", "code"),
    [
        (CrmError(), "The action could not be carried out.", "CrmError"),
        (InvalidField(field="Code", reason="is empty"), "Code: is empty", "InvalidField"),
        (RecordNotFound(what="QQSY"), "No company, site or contact is called QQSY.", "RecordNotFound"),
        (Cancelled(), "Stopped. Nothing was changed.", "Cancelled"),
    ],
)
def test_an_error_reads_as_a_sentence_and_has_a_stable_code(error: CrmError, message: str, code: str) -> None:
    assert (str(error), error.message, error.code) == (message, message, code)


def test_the_pieces_are_kept_for_translation() -> None:
    error = ChangedMeanwhile(name="家乐福")
    assert error.params == {"name": "家乐福"}
    assert error.template.format(**error.params) == error.message


def test_a_forgotten_piece_is_a_bug() -> None:
    with pytest.raises(KeyError):
        RecordNotFound()
