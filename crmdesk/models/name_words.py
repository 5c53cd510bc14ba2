"""Words that names of companies are made of: divisions of China and words of trade, found fast at any place of a text."""

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from crmdesk.core.resources import resource_path

OTHER_PLACES: Final = ("内蒙古", "西藏", "香港", "澳门", "台湾", "台北", "高雄", "台中", "台南", "新北")
DIVISION_KINDS: Final = frozenset("省市区县盟州旗")
_PEOPLES: Final = (
    "朝鲜|土家|苗|布依|侗|藏|羌|彝|壮|傣|景颇|傈僳|白|哈尼|蒙古|回|哈萨克|柯尔克孜|瑶|畲|满|水|仡佬|黎|东乡|保安|撒拉|土|裕固|锡伯|"
    "塔吉克|达斡尔|仫佬|毛南|拉祜|佤|布朗|怒|独龙|普米|纳西|鄂温克|鄂伦春|维吾尔|各"
)
_ETHNIC: Final = re.compile(
    rf"(?:(?:{_PEOPLES})族|蒙古|维吾尔|哈萨克|柯尔克孜|塔吉克|达斡尔|锡伯)*(?:自治州|自治区|自治县|自治旗)$"
)
_NOT_AS_PREFIX: Final = frozenset([
    "东方", "永安", "大安", "和龙", "龙井", "新民", "建德", "兴平", "安达", "德兴", "高平", "长乐", "同江", "华亭", "玉树",
    "东兴", "安国", "乐平", "新乐", "阿里",
])  # fmt: skip
"""Cities whose bare names are better known as something else."""
_NO_NAMES: Final = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")
_SHORTEST: Final = 2
_CITY_CODE: Final = 4  # characters of a city's code; a province has two, a county six


class Lexicon:
    """Words found at a place in a text, longest first, each with what it stands for."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self.words = words
        lengths: dict[str, set[int]] = {}
        for word in words:
            lengths.setdefault(word[0], set()).add(len(word))
        self._lengths = {first: sorted(found, reverse=True) for first, found in lengths.items()}

    def at(self, text: str, index: int) -> str:
        """Return the longest word that begins at `index`, or nothing."""
        for length in self._lengths.get(text[index : index + 1], ()):
            word = text[index : index + length]
            if word in self.words:
                return word
        return ""


class Divisions(NamedTuple):
    """The divisions as names use them.

    Attributes:
        lexicon: a name, in full or (of provinces and cities) without its kind, → its short form.
        codes: a name in full → the codes of the divisions called so. A county's code begins with its city's.
        bare: a short form that stands alone in names → the codes of the provinces and cities it may mean.
        counties: a county's or district's short form → the codes it may mean; names leave its kind out only behind its city's.
    """

    lexicon: Lexicon
    codes: Mapping[str, tuple[str, ...]]
    bare: Mapping[str, tuple[str, ...]]
    counties: Mapping[str, tuple[str, ...]]


def short_division(name: str) -> str:
    """Drop the kind of a division: 浦东新区 → 浦东, 延边朝鲜族自治州 → 延边, 重庆市 → 重庆."""
    if name[-1:] not in DIVISION_KINDS:
        return name
    ethnic = _ETHNIC.sub("", name)
    if ethnic != name:
        return ethnic if len(ethnic) >= _SHORTEST else name
    for ending in ("特别行政区", "地区", "新区", "林区", "特区", "省", "市", "区", "县", "盟", "州"):
        if name.endswith(ending) and len(name) - len(ending) >= _SHORTEST:
            return name[: -len(ending)]
    return name


def _lines(*path: str) -> Iterator[list[str]]:
    for line in resource_path(*path).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split(" ")


@functools.cache
def divisions() -> Divisions:
    """Load the divisions, the former names of renamed ones among them."""
    names: dict[str, str] = {}
    codes: dict[str, list[str]] = {}
    bare: dict[str, list[str]] = {}
    counties: dict[str, list[str]] = {}
    for code, name in _lines("places", "divisions.txt"):
        is_county = len(code) > _CITY_CODE
        if name in _NO_NAMES or (is_county and not code.isdigit()):
            continue  # 东区 and 北区 of Hong Kong begin other words
        short = short_division(name)
        names.setdefault(name, short)
        codes.setdefault(name, []).append(code)
        if is_county:
            counties.setdefault(short, []).append(code)
        if (not is_county or name.endswith("市")) and short not in _NOT_AS_PREFIX:
            names.setdefault(short, short)
            bare.setdefault(short, []).append(code)
    for former, code in (*_lines("places", "renamed_divisions.txt"), *_lines("places", "former_divisions.txt")):
        if former not in names and len(former) > _SHORTEST:
            names[former] = short_division(former)
            codes[former] = [code]
    for place in OTHER_PLACES:
        names.setdefault(place, place)
        bare.setdefault(place, [])
        if f"{place}自治区" in names:
            names[f"{place}自治区"] = place
    return Divisions(Lexicon(names), _frozen(codes), _frozen(bare), _frozen(counties))


def _frozen(codes: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {name: tuple(found) for name, found in codes.items()}


@functools.cache
def trade_words() -> Lexicon:
    """Load the words that say what a company does rather than who it is."""
    return Lexicon({word: word for line in _lines("industry", "trade_words.txt") for word in line})


def first_trade_word(text: str, start: int) -> tuple[int, str]:
    """Return where the first word of trade begins from `start` on, and the word; the end and nothing when there is none."""
    lexicon = trade_words()
    for index in range(start, len(text)):
        word = lexicon.at(text, index)
        if word:
            return index, word
    return len(text), ""


def is_only_trade(text: str) -> bool:
    """Say whether a text is nothing but words of trade (true of an empty one)."""
    lexicon = trade_words()
    index = 0
    while index < len(text):
        word = lexicon.at(text, index)
        if not word:
            return False
        index += len(word)
    return True
