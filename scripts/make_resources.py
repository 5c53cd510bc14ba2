"""Build the tables that ship in `resources/` from their public sources. Run by hand when a source changes.

    python scripts/make_resources.py DATA_FOLDER [--babel FOLDER]

DATA_FOLDER holds `industry/gbt4754_2017.csv` and the tables of `address/` (see the README of the shared data); babel is
needed for the table of countries only and is not a dependency of the program.
"""

import argparse
import csv
import sys
from collections import defaultdict
from pathlib import Path

from place_tables import make_places  # beside this script

ROOT = Path(__file__).resolve().parents[1]
RESOURCES = ROOT / "resources"
HEAD = "# Made by scripts/make_resources.py; do not edit.\n"
KEPT = "蕃藉"  # read otherwise than the simplified character they became
MAX_PHRASE = 3  # longer ones are idioms, which no company is called
HEADS_OF_COMPANIES = "司市县区省镇乡村厂店院行站所局处科部团社会"  # 有限公司长沙分公司 holds no 司长


def _hand_rows(name: str) -> list[tuple[str, list[str]]]:
    rows = (line.split() for line in (RESOURCES / "pinyin" / name).read_text(encoding="utf-8").splitlines())
    return [(row[0], row[1:]) for row in rows if row and row[0] != "#"]


class Readings:
    """Usual readings and the phrases that differ, found greedily: a phrase is kept when the shorter ones misread it."""

    def __init__(self) -> None:
        self.usual: dict[str, str] = {}
        self.rules: dict[tuple[str, int, str], str] = {}  # (character, offset, phrase) → reading

    def read(self, word: str, index: int) -> str | None:
        """Read one character of `word`, longest phrase first, later offsets first as the program does."""
        for length in range(len(word), 1, -1):
            for start in range(max(0, index - length + 1), min(index, len(word) - length) + 1):
                key = (word[index], index - start, word[start : start + length])
                if key in self.rules:
                    return self.rules[key]
        return self.usual.get(word[index])

    def learn(self, word: str, readings: list[str]) -> None:
        """Add what the rules so far read otherwise."""
        for index, reading in enumerate(readings):
            if self.read(word, index) != reading:
                self.rules[word[index], index, word] = reading


def make_pinyin() -> None:
    """Write `pinyin/characters.txt` and `pinyin/phrases.txt` from pypinyin's dictionaries and the hand-kept readings."""
    import opencc
    from pypinyin.contrib.tone_convert import to_normal
    from pypinyin.phrases_dict import phrases_dict
    from pypinyin.pinyin_dict import pinyin_dict

    def plain(reading: str) -> str:
        return str(to_normal(reading)).replace("ü", "v").replace("ê", "e")

    table = Readings()
    for code, found in pinyin_dict.items():
        char, reading = chr(code), plain(found.split(",")[0])
        is_chinese = char == "〇" or 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or code >= 0x20000
        if is_chinese and reading.isascii() and reading.isalpha():
            table.usual[char] = reading
    hand = _hand_rows("company_readings.txt")
    singles = {word: readings[0] for word, readings in hand if len(word) == 1}
    simplified = opencc.OpenCC("t2s").convert
    table.usual.update(
        (char, singles[simplified(char)]) for char in table.usual if char not in KEPT and simplified(char) in singles
    )
    ours = {word: readings for word, readings in hand if len(word) > 1}
    phrases = {w: [plain(r[0]) for r in rs] for w, rs in phrases_dict.items() if 2 <= len(w) <= MAX_PHRASE}
    known = {
        word: readings
        for word, readings in phrases.items()
        if len(word) == len(readings)
        and all(c in table.usual for c in word)
        and not any(o in word for o in ours)
        and not (word[-1] == "长" and word[-2] in HEADS_OF_COMPANIES)
    } | ours
    for word in sorted(known, key=lambda w: (len(w), w)):
        table.learn(word, known[word])
    by_reading: dict[str, list[str]] = defaultdict(list)
    for char, reading in sorted(table.usual.items()):
        by_reading[reading].append(char)
    lines = [f"{reading} {''.join(chars)}\n" for reading, chars in sorted(by_reading.items())]
    source = "# Readings from pypinyin (MIT licence) and company_readings.txt.\n"
    (RESOURCES / "pinyin" / "characters.txt").write_text(HEAD + source + "".join(lines), encoding="utf-8")
    groups: dict[tuple[str, str, int], list[str]] = defaultdict(list)
    for (char, offset, word), reading in sorted(table.rules.items()):
        groups[char, reading, offset].append(word)
    lines = [f"{char} {reading} {offset} {' '.join(words)}\n" for (char, reading, offset), words in sorted(groups.items())]
    source += "# One line: character, its reading, its offset in the words that follow.\n"
    (RESOURCES / "pinyin" / "phrases.txt").write_text(HEAD + source + "".join(lines), encoding="utf-8")
    print(f"pinyin: {len(table.usual)} characters, {len(table.rules)} readings in phrases")


# Names the source cut off at a line's end, as the standard prints them.
WHOLE_NAMES = {
    "306": "玻璃纤维和玻璃纤维增强塑料制品制造",
    "3531": "食品、酒、饮料及茶生产专用设备制造",
    "354": "印刷、制药、日化及日用品生产专用设备制造",
    "3546": "玻璃、陶瓷和搪瓷制品生产专用设备制造",
    "3552": "皮革、毛皮及其制品加工专用设备制造",
    "3583": "医疗实验室及医用消毒设备和器具制造",
    "359": "环保、邮政、社会公共服务及其他专用设备制造",
    "37": "铁路、船舶、航空航天和其他运输设备制造业",
    "3939": "应用电视设备及其他广播电视设备制造",
    "4023": "导航、测绘、气象及海洋专用仪器制造",
}
# What OpenCC's word list gets wrong in these names.
TAIWAN_WORDS = {
    "制造": "製造",
    "制品": "製品",
    "煤制": "煤製",
    "制鏡": "製鏡",
    "制刷": "製刷",
    "機制紙": "機製紙",
    "裝置": "設備",
}


def make_industry(data: Path) -> None:
    """Write `industry/gbt4754_2017.csv`: codes, parents and names of GB/T 4754-2017 in three languages, no descriptions.

    English names exist for the two upper levels.
    """
    import opencc

    convert = opencc.OpenCC("s2twp").convert
    folder = RESOURCES / "industry"
    rows = (line.split(" ", 1) for line in (folder / "english_names.txt").read_text(encoding="utf-8").splitlines())
    english = {row[0]: row[1] for row in rows if row[0] != "#"}

    def traditional(name: str) -> str:
        text = convert(name)
        for wrong, right in TAIWAN_WORDS.items():
            if wrong != "裝置" or "装置" not in name:
                text = text.replace(wrong, right)
        return text

    with (data / "industry" / "gbt4754_2017.csv").open(encoding="utf-8-sig", newline="") as source:
        rows_out = []
        for row in csv.DictReader(source):
            name = WHOLE_NAMES.get(row["code"], row["name"]).replace("(", "（").replace(")", "）")
            rows_out.append(
                (row["code"], name, row["parent_code"], row["level"], traditional(name), english.get(row["code"], ""))
            )
    with (folder / "gbt4754_2017.csv").open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(("code", "name", "parent_code", "level", "name_zh_tw", "name_en"))
        writer.writerows(rows_out)
    print(f"industry: {len(rows_out)} classes, {len(english)} with English names")


def make_countries(babel_folder: Path) -> None:
    """Write `places/countries.csv`: ISO 3166-1 codes with their names in three languages, from CLDR by babel."""
    sys.path.insert(0, str(babel_folder))
    from babel import Locale

    tables = [Locale.parse(language).territories for language in ("zh_CN", "zh_TW", "en")]
    aggregates = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "XK"}
    codes = sorted(c for c in tables[2] if len(c) == 2 and c.isalpha() and c not in aggregates and all(c in t for t in tables))
    with (RESOURCES / "places" / "countries.csv").open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(("code", "zh_CN", "zh_TW", "en"))
        writer.writerows((code, *(table[code] for table in tables)) for code in codes)
    print(f"places: {len(codes)} countries")


def main() -> None:
    """Build every table whose source is at hand."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--babel", type=Path)
    arguments = parser.parse_args()
    make_pinyin()
    make_industry(arguments.data)
    make_places(arguments.data, RESOURCES / "places")
    if arguments.babel:
        make_countries(arguments.babel)


if __name__ == "__main__":
    main()
