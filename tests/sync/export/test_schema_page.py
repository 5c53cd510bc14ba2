"""The page for report authors says what the schema is."""

from pathlib import Path
from typing import Final

from crmdesk.sync.export.schema_page import with_schema

PAGE: Final = Path(__file__).resolve().parents[3] / "docs" / "export.md"


def test_the_page_is_as_the_schema_is() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert with_schema(text) == text, "write it anew: PAGE.write_text(with_schema(text))"
