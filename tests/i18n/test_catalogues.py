"""The catalogues: complete, up to date, with the placeholders and keys of the source, and nothing left in English."""

import re
import string
from collections import defaultdict
from pathlib import Path
from typing import Final

import pytest

from scripts.translations.catalogue import PLURAL_FORMS, Entry, read_catalogue
from scripts.translations.source_texts import source_texts

_ROOT: Final = Path(__file__).resolve().parents[2]
_FOLDER: Final = _ROOT / "resources" / "translations"
_CHINESE: Final = ("zh_CN", "zh_TW")
_NAMES: Final = (
    "crmdesk CSV Excel Access PDF SVG PNG JSON XML RTF dBASE Parquet vCard xlsx xlsb xls ods et csv txt tsv gz bz store db backup "
    "utf gb big UTF GB GBK Big HKSCS Windows Shift JIS EUC KR English check demo repair passphrase fd name company com "
    "Ctrl Alt Esc Tab Del Enter PgDown PgUp pdf svg png in PostgreSQL CRMDESK PGBIN CA PEM pem crt cer key Left Right central centre stop password "
    "example sales"
)
"""Words that are the same in every language: names of programs, formats, encodings, keys, and what is typed in a terminal."""
_MAINLAND_ONLY: Final = re.compile(
    "软件|信息|默认|网络|文件夹|用户|设置|保存|撤销|导入|数据|軟件|信息|默認|網絡|用戶|設置|保存|撤銷|導入|數據"
)
"""Words Taiwan says otherwise: 軟體, 資訊, 預設, 網路, 資料夾, 檔案, 使用者, 設定, 儲存, 復原, 匯入, 資料."""


def _entries(language: str) -> list[Entry]:
    return read_catalogue(_FOLDER / f"crmdesk_{language}.ts")


def _placeholders(text: str) -> list[str]:
    fields = sorted(f"{name}:{spec}" for _, name, spec, _ in string.Formatter().parse(text) if name is not None)
    return fields + re.findall(r"%n", text)


@pytest.mark.parametrize("language", PLURAL_FORMS)
def test_every_text_of_the_source_is_there_and_translated(language: str) -> None:
    entries = _entries(language)
    wanted = {text for text in source_texts(_ROOT / "crmdesk") if text.is_plural or language != "en"}
    assert {entry.source for entry in entries} == wanted, "run make translations"
    assert not [entry.source for entry in entries if not entry.is_finished]
    assert not [
        entry.source for entry in entries if len(entry.forms) != (PLURAL_FORMS[language] if entry.source.is_plural else 1)
    ]


@pytest.mark.parametrize("language", PLURAL_FORMS)
def test_placeholders_are_those_of_the_source(language: str) -> None:
    assert not [
        (entry.source.text, form)
        for entry in _entries(language)
        for form in entry.forms
        if _placeholders(form) != _placeholders(entry.source.text)
        and not (language == "en" and form is entry.forms[0])  # one may go without its number
    ]


@pytest.mark.parametrize("language", _CHINESE)
def test_no_english_word_slipped_through(language: str) -> None:
    found = {}
    for entry in _entries(language):
        bare = re.sub(r"\{[^}]*\}|%n|\(&\w\)", "", entry.forms[0])
        words = set(re.findall(r"[A-Za-z]{2,}", bare)) - set(_NAMES.split())
        if words:
            found[entry.source.text] = words
    assert not found


@pytest.mark.parametrize("language", _CHINESE)
def test_keys_stand_behind_the_words_and_are_those_of_the_source(language: str) -> None:
    wrong = []
    for entry in _entries(language):
        source = re.findall(r"&(\w)", entry.source.text)
        here = re.findall(r"\(&(\w)\)(?:…)?$", entry.forms[0])
        if [key.upper() for key in source] != here or entry.forms[0].count("&") != len(here):
            wrong.append(entry.source.text)
    assert not wrong


@pytest.mark.parametrize("language", _CHINESE)
def test_a_sentence_ends_as_its_source_does(language: str) -> None:
    ends = {".": "。", "?": "？", ":": "："}
    wrong = [
        entry.source.text
        for entry in _entries(language)
        if (end := ends.get(entry.source.text[-1])) is not None and not entry.forms[0].endswith(end)
    ]
    assert not wrong


@pytest.mark.parametrize("language", _CHINESE)
def test_a_person_is_spoken_to_politely(language: str) -> None:
    """您, never 你; only several people at once are 你们."""
    assert not [entry.forms[0] for entry in _entries(language) if re.search("你(?![们們])", entry.forms[0])]


def test_taiwan_reads_its_own_words() -> None:
    assert not [entry.forms[0] for entry in _entries("zh_TW") if _MAINLAND_ONLY.search(entry.forms[0])]


@pytest.mark.parametrize("language", _CHINESE)
def test_a_word_is_the_same_wherever_the_program_says_it(language: str) -> None:
    """A short text has one translation, but for the contexts named in the glossary."""
    said: dict[str, set[str]] = defaultdict(set)
    for entry in _entries(language):
        said[entry.source.text].add(entry.forms[0])
    several = {text for text, forms in said.items() if len(forms) > 1}
    assert several <= {
        "At the centre",
        "Belongs to",
        "Department",
        "State",
        "Mail",
        "Note",
        "Code",
        "Entries",
        "Name",
        "People",
        "Lead",
        "New",
        "Number",
        "Type any part of a name or code",
    }
