"""Bring every catalogue up to the texts in the source, keeping what is translated; say what waits for a translation."""

import sys
from pathlib import Path

from scripts.translations.catalogue import PLURAL_FORMS, catalogue_text, read_catalogue, updated
from scripts.translations.source_texts import UnmarkedTextError, source_texts


def main() -> int:
    """Write the catalogues; 1 when a text cannot be put into one."""
    root = Path(__file__).resolve().parents[2]
    folder = root / "resources" / "translations"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        texts = source_texts(root / "crmdesk")
    except UnmarkedTextError as error:
        print(error, file=sys.stderr)
        return 1
    for language in PLURAL_FORMS:
        path = folder / f"crmdesk_{language}.ts"
        entries = updated(texts, read_catalogue(path), language)
        path.write_text(catalogue_text(entries, language), encoding="utf-8", newline="\n")
        waiting = [entry.source for entry in entries if not entry.is_finished]
        print(f"{path.relative_to(root)}: {len(entries)} texts, {len(waiting)} to translate")
        for source in waiting:
            print(f"    {source.context}: {source.text}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
