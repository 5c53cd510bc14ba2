"""Read, bring up to date and write one catalogue: Qt's `.ts`, the form Qt Linguist opens and lrelease compiles."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree as ET  # our own files
from xml.sax.saxutils import escape

from scripts.translations.source_texts import SourceText

PLURAL_FORMS = {"en": 2, "zh_CN": 1, "zh_TW": 1}
"""How many forms a text said of a number has, by language; the languages there are."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A text and what it is in the catalogue's language: one form, or one for each number there is; empty: not translated."""

    source: SourceText
    forms: tuple[str, ...] = ()

    @property
    def is_finished(self) -> bool:
        """Whether every form is there."""
        return bool(self.forms) and all(self.forms)


def read_catalogue(path: Path) -> list[Entry]:
    """Return the entries of a catalogue; none when there is no file."""
    if not path.exists():
        return []
    entries = []
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            is_plural = message.get("numerus") == "yes"
            source = SourceText(context.findtext("name", ""), message.findtext("source", ""), is_plural)
            translation = message.find("translation")
            forms = (
                []
                if translation is None
                else [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            )
            entries.append(Entry(source, tuple(forms)))
    return entries


def updated(texts: Iterable[SourceText], known: Iterable[Entry], language: str) -> list[Entry]:
    """Return the entries for the texts there are now: translations kept, texts that are gone dropped, new ones not translated.

    English needs none but the forms of its plurals: every other text is its own translation.
    """
    forms: Mapping[SourceText, tuple[str, ...]] = {entry.source: entry.forms for entry in known}
    wanted = (text for text in texts if text.is_plural or language != "en")
    return [Entry(text, forms.get(text, ("",) * (PLURAL_FORMS[language] if text.is_plural else 1))) for text in wanted]


def catalogue_text(entries: Iterable[Entry], language: str) -> str:
    """Return the file's text."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
    ]
    for context, members in groupby(entries, key=lambda entry: entry.source.context):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for entry in members:
            state = "" if entry.is_finished else ' type="unfinished"'
            inside = escape(entry.forms[0]) if entry.forms else ""
            if entry.source.is_plural:
                inside = "".join(f"<numerusform>{escape(form)}</numerusform>" for form in entry.forms)
            lines += [
                '    <message numerus="yes">' if entry.source.is_plural else "    <message>",
                f"        <source>{escape(entry.source.text)}</source>",
                f"        <translation{state}>{inside}</translation>",
                "    </message>",
            ]
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])
