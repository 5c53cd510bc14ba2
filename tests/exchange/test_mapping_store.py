import os
from pathlib import Path

import pytest

from crmdesk.exchange.mapping import Mapping, MappingInvalid, MappingUnreadable
from crmdesk.exchange.mapping_store import MappingNotFound, MappingStore, load_mapping, presets

MAPPING = Mapping((("名称", "company.legal_name"),), headers=("名称", "色"))


def test_a_mapping_is_kept_replaced_and_forgotten(tmp_path: Path) -> None:
    store = MappingStore(tmp_path / "mappings")
    assert store.names() == ()
    kept = store.save("客户/2024: alt", MAPPING)
    assert store.load("客户/2024: alt") == kept
    store.save("客户/2024: alt", Mapping((("n", "company.code"),)))
    assert store.load("客户/2024: alt").columns == (("n", "company.code"),)
    store.delete("客户/2024: alt")
    store.delete("客户/2024: alt")
    with pytest.raises(MappingNotFound):
        store.load("客户/2024: alt")
    assert list((tmp_path / "mappings").iterdir()) == []


def test_the_newest_comes_first_and_broken_files_are_left_alone(tmp_path: Path) -> None:
    store = MappingStore(tmp_path)
    for seconds, name in enumerate(("old", "new")):
        store.save(name, MAPPING)
        os.utime(tmp_path / f"{name}.json", (seconds, seconds))
    (tmp_path / "broken.json").write_text("{")
    assert store.names() == ("new", "old")
    with pytest.raises(MappingUnreadable, match=r"broken\.json"):
        store.load("broken")


@pytest.mark.parametrize("name", ["", "..", "///"])
def test_a_name_stays_inside_the_folder(tmp_path: Path, name: str) -> None:
    store = MappingStore(tmp_path / "inside")
    if name == "///":
        store.save(name, MAPPING)
        assert [path.parent.name for path in tmp_path.rglob("*.json")] == ["inside"]
    else:
        with pytest.raises(MappingNotFound):
            store.save(name, MAPPING)


def test_a_faulty_mapping_is_not_kept(tmp_path: Path) -> None:
    with pytest.raises(MappingInvalid):
        MappingStore(tmp_path).save("x", Mapping(()))
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "m.json"
    path.write_bytes(b"\xff\xfe\x00\xd8")
    with pytest.raises(MappingUnreadable):
        load_mapping(path)
    with pytest.raises(MappingUnreadable):
        load_mapping(tmp_path / "missing.json")


def test_the_presets_that_ship_are_valid_and_recognisable() -> None:
    assert len(presets()) == 8
    for preset in presets():
        assert preset.problems() == ()
        assert preset.name
        assert preset.requires
        assert set(preset.requires) <= {column for column, _key in preset.columns}
