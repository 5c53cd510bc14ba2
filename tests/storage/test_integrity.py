"""Damage to the file is found and told in a line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from crmdesk.core.errors import Cancelled
from crmdesk.core.vocabulary import Severity
from crmdesk.storage import integrity
from crmdesk.storage.integrity import full_check, quick_check
from crmdesk.storage.keys import StoreKey
from crmdesk.storage.store import Store


@pytest.mark.parametrize("check", [quick_check, full_check])
def test_a_sound_store_has_no_findings(
    store: Store, encrypted_store: Store, store_key: StoreKey, check: Callable[..., tuple[object, ...]]
) -> None:
    assert check(store.path, None) == ()
    assert check(encrypted_store.path, store_key) == ()


@pytest.mark.parametrize("check", [quick_check, full_check])
@pytest.mark.parametrize("page", [1, 4, 12])
def test_a_broken_page_is_found(
    *,
    template_file: Path,
    encrypted_template_file: Path,
    store_key: StoreKey,
    tmp_path: Path,
    overwrite_page: Callable[[Path, int], None],
    check: Callable[..., tuple[integrity.Finding, ...]],
    page: int,
) -> None:
    for template, key in ((template_file, None), (encrypted_template_file, store_key)):
        path = tmp_path / template.name
        path.write_bytes(template.read_bytes())
        overwrite_page(path, page)
        findings = check(path, key)
        assert findings
        assert all(finding.severity is Severity.ERROR and finding.check == "damaged_file" for finding in findings)
        assert findings[0].message.startswith("The file is damaged: ")


def test_one_flipped_bit_of_an_encrypted_file_is_found(
    encrypted_template_file: Path, store_key: StoreKey, tmp_path: Path
) -> None:
    content = bytearray(encrypted_template_file.read_bytes())
    content[len(content) // 2] ^= 1
    path = tmp_path / "flipped.db"
    path.write_bytes(content)
    assert full_check(path, store_key)


def test_a_check_can_be_stopped(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(integrity, "_STEPS_BETWEEN_LOOKS", 10)
    with pytest.raises(Cancelled):
        full_check(store.path, None, is_cancelled=lambda: True)
