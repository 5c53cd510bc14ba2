"""Which encoding a text file is written in: BOM, then strict UTF-8, then the East Asian encodings by plausibility (`facts.md` §9).

A salesperson's file comes from a Chinese or Taiwanese Windows more often than from anywhere else, so GB18030 and Big5 are judged
by how ordinary the decoded text reads; everything else is left to charset-normalizer.
"""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from crmdesk.exchange.ordinary_text import plausibility

SAMPLE_BYTES: Final = 256 * 1024
"""Bytes around the text that is not ASCII, on which the encodings are compared."""
SCAN_BYTES: Final = 512 * 1024 * 1024
"""Bytes that are looked through for a byte that is not UTF-8."""
CHUNK_BYTES: Final = 1 << 20
COMMON_ENCODINGS: Final = ("utf-8", "gb18030", "big5", "utf-16", "cp1252", "shift_jis", "euc_kr")
"""What a person is offered first when the detection was wrong."""

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_EAST_ASIAN: Final = ("gb18030", "big5hkscs", "euc_jp", "shift_jis", "euc_kr")
_ALREADY_JUDGED: Final = (
    *("utf_7", "utf_8", "utf_16", "utf_32", "big5", "big5hkscs", "gb2312", "gbk", "gb18030", "hz", "cp932", "shift_jis"),
    *("shift_jis_2004", "shift_jisx0213", "euc_jp", "euc_jis_2004", "euc_jisx0213", "cp949", "cp950", "euc_kr", "johab"),
)
_WESTERN: Final = ("cp1252", "iso8859_15")
_WESTERN_LETTERS: Final = frozenset("äöüÄÖÜßéèêëÉÈÊàâÀÂçÇîïôûùñÑáíóúÁÍÓÚåÅæÆøØœŒ¿¡ªº°©®«»’‘“”„–—…·§€£ \xa0")
"""Letters of the languages of Western Europe; õ and þ are left out, they are Hungarian ő and Turkish ş misread."""
_LEAST_PLAUSIBLE: Final = 0.35
_BROKEN_UTF8_SHARE: Final = 0.05


@dataclass(frozen=True, slots=True)
class DetectedEncoding:
    """An encoding by the name Python knows, and how sure the detection is (0 … 1)."""

    name: str
    confidence: float


def detect_encoding(file: IO[bytes]) -> DetectedEncoding:
    """Judge the encoding of a binary stream from its start; the stream is read on, not rewound.

    At most `SCAN_BYTES` are read; memory stays at a few chunks.
    """
    first = file.read(CHUNK_BYTES)
    for bom, name in _BOMS:
        if first.startswith(bom):
            return DetectedEncoding(name, 1.0)
    if name := _escape_encoding(first[:SAMPLE_BYTES]) or _wide_encoding(first[:SAMPLE_BYTES]):
        return DetectedEncoding(name, 0.95)
    valid, sample = _utf8_or_sample(first, file)
    if valid:
        return DetectedEncoding("utf-8", 1.0)
    return judge_sample(sample)


def judge_sample(sample: bytes) -> DetectedEncoding:
    """Choose the encoding of bytes that are not valid UTF-8."""
    if _is_broken_utf8(sample):
        return DetectedEncoding("utf-8", 0.8)
    scores = {name: plausibility(text, name) for name in _EAST_ASIAN if (text := _decode_leniently(sample, name)) is not None}
    best = max(scores, key=lambda name: scores[name], default="")
    if best and scores[best] >= _LEAST_PLAUSIBLE:
        return DetectedEncoding(best, min(1.0, 0.5 + scores[best] / 2))
    if name := _wide_east_asian(sample):
        return DetectedEncoding(name, 0.7)
    return _single_byte(sample)


def is_known_encoding(name: str) -> bool:
    """Whether Python has a text encoding of that name."""
    try:
        return bool(codecs.lookup(name)._is_text_encoding)  # noqa: SLF001 - the only place where codecs tells text from transforms
    except (LookupError, ValueError):
        return False


def detect_file_encoding(path: Path) -> DetectedEncoding:
    """Judge the encoding of an unpacked file."""
    with path.open("rb") as file:
        return detect_encoding(file)


def _utf8_or_sample(first: bytes, file: IO[bytes]) -> tuple[bool, bytes]:
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    sample = bytearray()
    valid = True
    for chunk in _chunks(first, file):
        if not chunk.isascii():
            if len(sample) < SAMPLE_BYTES:
                sample += _window(chunk)
            if valid:
                valid = _feed(decoder, chunk)
            if not valid and len(sample) >= SAMPLE_BYTES // 4:
                break
        elif valid:
            valid = _feed(decoder, chunk)
    if valid:
        valid = _feed(decoder, b"", final=True)
    return valid, bytes(sample[:SAMPLE_BYTES])


def _chunks(first: bytes, file: IO[bytes]) -> Iterator[bytes]:
    chunk, scanned = first, 0
    while chunk and scanned < SCAN_BYTES:
        yield chunk
        scanned += len(chunk)
        chunk = file.read(CHUNK_BYTES)


def _feed(decoder: codecs.IncrementalDecoder, chunk: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(chunk, final)
    except UnicodeDecodeError:
        return False
    return True


def _window(chunk: bytes) -> bytes:
    """Return the part of a chunk that starts at the line of its first byte beyond ASCII."""
    try:
        chunk.decode("ascii")
    except UnicodeDecodeError as error:
        start = chunk.rfind(b"\n", 0, error.start) + 1
        return chunk[start : start + SAMPLE_BYTES]
    return b""


def _escape_encoding(sample: bytes) -> str:
    if not sample.isascii() or b"\x1b" not in sample:
        return ""
    if b"\x1b$)C" in sample:
        return "iso2022_kr"
    return "iso2022_jp" if b"\x1b$B" in sample or b"\x1b$@" in sample else ""


def _wide_encoding(sample: bytes) -> str:
    """UTF-16 and UTF-32 without a BOM, told by where the zero bytes stand."""
    even = len(sample) - len(sample) % 4
    if even < 8 or sample.count(0) < 4:
        return ""
    quarters = [sample[place:even:4].count(0) / (even // 4) for place in range(4)]
    if min(quarters[0], quarters[1]) > 0.9 and quarters[3] < 0.5:
        return "utf-32-be"
    if min(quarters[2], quarters[3]) > 0.9 and quarters[0] < 0.5:
        return "utf-32-le"
    high_first, high_second = (quarters[0] + quarters[2]) / 2, (quarters[1] + quarters[3]) / 2
    if max(high_first, high_second) > 0.1 and min(high_first, high_second) < 0.02:
        return "utf-16-be" if high_first > high_second else "utf-16-le"
    return ""


def _wide_east_asian(sample: bytes) -> str:
    """UTF-16 without a BOM and nearly without ASCII: only the reading as ordinary characters gives it away."""
    scores: dict[str, float] = {}
    for name in ("utf-16-le", "utf-16-be"):
        try:
            text = sample[: len(sample) // 2 * 2].decode(name)
        except UnicodeDecodeError:
            continue
        scores[name] = plausibility(text, name)
    best = max(scores, key=lambda name: scores[name], default="")
    return best if best and scores[best] > 0.5 else ""


def _is_broken_utf8(sample: bytes) -> bool:
    """Whether nearly all characters beyond ASCII are UTF-8 and a few are cut (a field cut to a number of bytes)."""
    text = sample.decode("utf-8", "replace")
    beyond = sum(1 for char in text if char > "\x7f")
    broken = text.count("\ufffd")
    return beyond > 20 and broken <= beyond * _BROKEN_UTF8_SHARE


def _decode_leniently(sample: bytes, name: str) -> str | None:
    """Decode a sample that may start and end inside a character; None when more than a trace is invalid."""
    text = sample.decode(name, "replace")
    beyond = sum(1 for char in text if char > "\x7f")
    broken = text.count("\ufffd") - (1 if text.endswith("\ufffd") else 0)
    return text if beyond and broken <= beyond * 0.02 else None


def _single_byte(sample: bytes) -> DetectedEncoding:
    from charset_normalizer import from_bytes

    for name in _WESTERN:
        beyond = {char for char in sample.decode(name, "replace") if char > "\x7f"}
        if beyond <= _WESTERN_LETTERS:
            return DetectedEncoding(name, 0.7)
    best = from_bytes(sample[:65536], cp_exclusion=list(_ALREADY_JUDGED)).best()
    if best is None:
        return DetectedEncoding("cp1252", 0.1)
    return DetectedEncoding(best.encoding, max(0.2, min(0.8, 1.0 - best.chaos)))
