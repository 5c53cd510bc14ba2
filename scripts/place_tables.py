"""Write the tables of places: divisions of China with their codes, towns, divisions that were renamed or moved."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

HEAD: Final = "# Made by scripts/make_resources.py; do not edit.\n"
_REGIONS: Final = {"台湾省": "71", "香港特别行政区": "81", "澳门特别行政区": "82"}
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def make_places(data: Path, places: Path) -> None:
    """Write `divisions.txt`, `towns.txt` and `renamed_divisions.txt` into the folder `places`."""
    address = data / "address"
    tree = json.loads((address / "pcas-code.json").read_text(encoding="utf-8"))
    regions = json.loads((address / "HK-MO-TW.json").read_text(encoding="utf-8"))
    rows = [*_divisions(tree), *_regions(regions)]
    (places / "divisions.txt").write_text(
        f"{HEAD}# From modood/Administrative-divisions-of-China (WTFPL): code and name of provinces, cities and counties.\n"
        "# Ids with a letter are ours: the table has no codes below Taiwan, Hong Kong and Macao.\n"
        + "".join(f"{code} {name}\n" for code, name in rows),
        encoding="utf-8",
    )
    towns = list(_towns(tree))
    (places / "towns.txt").write_text(
        f"{HEAD}# From modood/Administrative-divisions-of-China (WTFPL): county, then its towns with the last digits of their codes.\n"
        + "".join(f"{county} {' '.join(names)}\n" for county, names in towns),
        encoding="utf-8",
    )
    renamed = list(_renamed((address / "renamed_districts.txt").read_text(encoding="utf-8"), dict(rows)))
    (places / "renamed_divisions.txt").write_text(
        f"{HEAD}# From JioNLP (Apache-2.0): a former name and the code of the division it belongs to now.\n"
        + "".join(f"{name} {code}\n" for name, code in renamed),
        encoding="utf-8",
    )
    print(f"places: {len(rows)} divisions, {sum(len(names) for _, names in towns)} towns, {len(renamed)} former names")


def _divisions(tree: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for node in tree:
        yield node["code"], node["name"]
        if len(node["code"]) < 6:
            yield from _divisions(node.get("children", []))


def _regions(regions: dict[str, dict[str, list[str]]]) -> Iterator[tuple[str, str]]:
    for region, cities in regions.items():
        top = _REGIONS[region]
        yield top, region
        for number, (city, districts) in enumerate(cities.items()):
            code = f"{top}{_LETTERS[number // 26]}{_LETTERS[number % 26]}"
            yield code, city
            for index, district in enumerate(districts):
                yield f"{code}{_LETTERS[index // 26]}{_LETTERS[index % 26]}", district.partition("（")[0]


def _towns(tree: list[dict[str, Any]]) -> Iterator[tuple[str, list[str]]]:
    for province in tree:
        for city in province["children"]:
            for county in city["children"]:
                names = [f"{town['name'].replace(' ', '')}{town['code'][6:]}" for town in county.get("children", [])]
                if names:
                    yield county["code"], names


def _renamed(text: str, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield former name and present code; a line of the source is `date … old province, short, …=>new province, city, county`."""
    provinces = {name: code for code, name in names.items() if len(code) == 2}
    seen: set[tuple[str, str]] = set()
    for line in text.splitlines():
        before, _, after = line.partition("=>")
        old, new = before.split("\t")[2::2], after.split("\t")
        start = provinces[new[0]]
        cities = [code for code, name in names.items() if len(code) == 4 and code.startswith(start) and name == new[1]]
        found = [
            code
            for city in cities
            for code, name in names.items()
            if len(code) == 6 and code.startswith(city) and name == new[-1]
        ]
        if len(new) > 2 and not found:  # renamed again since: 鹤岗 … of the table's own year is found by its stem
            found = [code for code, name in names.items() if len(code) == 6 and code[:2] == start and name[:-1] == new[-1][:-1]]
        target = (found if len(new) > 2 else cities)[:1]
        if target and (old[-1], target[0]) not in seen and names[target[0]] != old[-1]:
            seen.add((old[-1], target[0]))
            yield old[-1], target[0]
