"""A catalogue keeps what is translated, drops what is gone, and comes back from its file as it was."""

from pathlib import Path

from scripts.translations.catalogue import Entry, catalogue_text, read_catalogue, updated
from scripts.translations.source_texts import SourceText

_KEPT = SourceText("a", "Ham & eggs <{name}>")
_GONE = SourceText("a", "Gone")
_NEW = SourceText("b", "New")
_PLURAL = SourceText("b", "%n rows", is_plural=True)


def test_translations_are_kept_and_texts_that_are_gone_dropped() -> None:
    known = [Entry(_KEPT, ("火腿",)), Entry(_GONE, ("没了",))]
    assert updated([_KEPT, _NEW], known, "zh_CN") == [Entry(_KEPT, ("火腿",)), Entry(_NEW, ("",))]


def test_english_needs_only_the_forms_of_plurals() -> None:
    assert updated([_KEPT, _PLURAL], [], "en") == [Entry(_PLURAL, ("", ""))]


def test_a_file_holds_every_entry(tmp_path: Path) -> None:
    entries = [Entry(_KEPT, ("火腿 & <{name}>",)), Entry(_NEW, ("",)), Entry(_PLURAL, ("%n row", "%n rows"))]
    path = tmp_path / "some.ts"
    path.write_text(catalogue_text(entries, "en"), encoding="utf-8")
    assert read_catalogue(path) == entries
    assert read_catalogue(tmp_path / "none.ts") == []
