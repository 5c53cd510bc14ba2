"""What the values of a column look like: credit codes, phones, addresses … – the second opinion beside the column's name."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum, unique
from typing import Final

from crmdesk.exchange.dates import read_date
from crmdesk.exchange.fields import ValueKind

SAMPLE_VALUES: Final = 200
"""Values of a column that are looked at."""


@unique
class Content(StrEnum):
    """What most values of a column are."""

    CREDIT_CODE = "credit_code"
    EMAIL = "email"
    URL = "url"
    MOBILE = "mobile"
    PHONE = "phone"
    DATE = "date"
    POSTCODE = "postcode"
    COUNTRY = "country"
    LATITUDE = "latitude"
    LONGITUDE = "longitude"
    COMPANY_NAME = "company_name"
    ADDRESS = "address"
    PERSON_NAME = "person_name"


_CREDIT_CODE: Final = re.compile(r"[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$")
_EMAIL: Final = re.compile(r"[^@\s,;]+@[^@\s,;]+\.[A-Za-z]{2,}$")
_URL: Final = re.compile(
    r"(?:https?://\S+|www\.\S+|[\w-]+\.(?:com|cn|net|org|ch|de|tw|hk)(?:\.cn|\.tw)?(?:/\S*)?)$", re.IGNORECASE
)
_MOBILE: Final = re.compile(r"(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}$|(?:\+?886[- ]?|0)9\d{2}[- ]?\d{3}[- ]?\d{3}$")
_PHONE: Final = re.compile(r"\+?[\d() ./-]{6,24}(?:\s*(?:ext\.?|x|转|轉|#)\s*\d{1,6})?$", re.IGNORECASE)
_POSTCODE: Final = re.compile(r"\d{6}$")
_COUNTRY: Final = re.compile(
    r"[A-Z]{2}$|(?:中国|中國|台湾|台灣|香港|澳门|China|Taiwan|Hong Kong|United States|USA|Germany|Switzerland|Japan)$"
)
_DECIMAL: Final = re.compile(r"-?\d{1,3}\.\d{2,}$")
_COMPANY: Final = re.compile(
    r".*(?:有限公司|有限责任公司|有限責任公司|股份公司|集团|集團|事务所|事務所|合作社|分公司|支行|分行|总公司)(?:[(（].*[)）])?$"
    r"|.*\b(?:Inc|Ltd|LLC|GmbH|AG|Corp|Corporation|Limited|Company|PLC|S\.?A\.?|B\.?V\.?|Co)\.?$",
    re.IGNORECASE,
)
_ADDRESS_MARKS: Final = re.compile(
    r"[省市区區县縣镇鎮乡鄉路街道巷弄号號楼樓室栋村]|\d+\s*(?:St|Street|Rd|Road|Ave|Avenue|Blvd|Str|Strasse)\b", re.IGNORECASE
)
_SURNAMES: Final = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾"
    "賈夏韦韋付方白邹鄒孟熊秦邱江尹薛阎段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴"
)


@dataclass(frozen=True, slots=True)
class ColumnContent:
    """What a column holds: the content that fits most of its filled values, and the share that fits."""

    content: Content | None
    share: float
    filled: int


def look_at_column(values: Sequence[str]) -> ColumnContent:
    """Judge the values of one column; None when nothing fits four in five of them."""
    filled = [text for value in values[:SAMPLE_VALUES] if (text := value.strip())]
    if not filled:
        return ColumnContent(None, 0.0, 0)
    for content, fits in _TESTS:
        share = sum(1 for value in filled if fits(value)) / len(filled)
        if share >= 0.8:
            return ColumnContent(content, share, len(filled))
    return ColumnContent(None, 0.0, len(filled))


def contradicts(kind: ValueKind, values: Sequence[str]) -> bool:
    """Whether the values cannot be meant by a field of this kind, whatever the column is called."""
    fits = _FITS.get(kind)
    filled = [text for value in values[:SAMPLE_VALUES] if (text := value.strip())]
    return fits is not None and len(filled) >= 3 and sum(1 for value in filled if fits(value)) < len(filled) * 0.2


def _is_degrees(value: str, low: float, high: float) -> bool:
    return bool(_DECIMAL.match(value)) and low <= abs(float(value)) <= high


def _is_latitude(value: str) -> bool:
    return _is_degrees(value, 3, 60)


def _is_longitude(value: str) -> bool:
    return _is_degrees(value, 60, 180)


def _is_phone(value: str) -> bool:
    return bool(_PHONE.match(value)) and 6 <= sum(map(str.isdigit, value)) <= 17 and not _DECIMAL.match(value)


def _is_long_number_phone(value: str) -> bool:
    """Phones worth guessing without a name: separated or long, so that amounts and ids are left alone."""
    return _is_phone(value) and (bool(re.search(r"[-() +]", value)) or len(value) in (10, 11)) and read_date(value) is None


def _is_address(value: str) -> bool:
    return len(value) >= 6 and len(_ADDRESS_MARKS.findall(value)) >= 2


def _is_person(value: str) -> bool:
    return 2 <= len(value) <= 4 and value[0] in _SURNAMES and all("\u4e00" <= char <= "\u9fff" for char in value)


def _matches(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    def fits(value: str) -> bool:
        return pattern.match(value) is not None

    return fits


def _is_date(value: str) -> bool:
    return read_date(value) is not None


_TESTS: Final[tuple[tuple[Content, Callable[[str], bool]], ...]] = (
    (Content.CREDIT_CODE, _matches(_CREDIT_CODE)),
    (Content.EMAIL, _matches(_EMAIL)),
    (Content.URL, _matches(_URL)),
    (Content.MOBILE, _matches(_MOBILE)),
    (Content.DATE, _is_date),
    (Content.POSTCODE, _matches(_POSTCODE)),
    (Content.LATITUDE, _is_latitude),
    (Content.LONGITUDE, _is_longitude),
    (Content.PHONE, _is_long_number_phone),
    (Content.COUNTRY, _matches(_COUNTRY)),
    (Content.COMPANY_NAME, _matches(_COMPANY)),
    (Content.ADDRESS, _is_address),
    (Content.PERSON_NAME, _is_person),
)
_FITS: Final[dict[ValueKind, Callable[[str], bool]]] = {
    ValueKind.EMAIL: lambda value: "@" in value,
    ValueKind.URL: lambda value: "." in value and " " not in value.strip(),
    ValueKind.PHONE: lambda value: sum(map(str.isdigit, value)) >= 5 and "@" not in value,
    ValueKind.DATE: lambda value: any(map(str.isdigit, value)),
    ValueKind.NUMBER: lambda value: any(map(str.isdigit, value)),
    ValueKind.INTEGER: lambda value: any(map(str.isdigit, value)),
    ValueKind.CREDIT_CODE: lambda value: any(map(str.isdigit, value)),
}
