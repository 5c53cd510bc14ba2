"""Which certificates prove the centre: the company's file, which must be there, or this computer's own list."""

from pathlib import Path

import pytest

from crmdesk.sync.central.errors import CentreUntrusted
from crmdesk.sync.central.trust import trusted_certificates


def test_the_companys_file_is_taken_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "公司 ca.pem"
    file.write_text("-----BEGIN CERTIFICATE-----")
    assert trusted_certificates(str(file)) == str(file)


def test_a_file_that_is_not_there_is_told_before_anybody_is_called(tmp_path: Path) -> None:
    with pytest.raises(CentreUntrusted, match="no such file"):
        trusted_certificates(str(tmp_path / "gone.pem"))


def test_this_computers_list_is_a_file_of_certificates() -> None:
    try:
        found = trusted_certificates(None)
    except CentreUntrusted:
        pytest.skip("this computer trusts nobody: ca-certificates is not installed")
    assert "BEGIN CERTIFICATE" in Path(found).read_text(encoding="utf-8", errors="replace")
