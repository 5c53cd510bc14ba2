"""The command that takes addresses apart, and tells which premises they mean; needs no store."""

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from crmdesk.app.cli.output import print_json, print_line, print_table
from crmdesk.app.cli.session import Session, json_option

if TYPE_CHECKING:
    from crmdesk.services.address_parsing import AddressReading

_KEYS: Final = (
    *("country", "province", "city", "district", "town", "road", "number", "compound", "building", "floor", "room", "postcode"),
)
_MORE_KEYS: Final = ("zone", "community", "section", "lane", "lane_number", "cross_road", "position", "entrance")
_STANDARD_INPUT: Final = "-"


@click.command("address")
@click.argument("text", required=False)
@click.option("--file", "file", metavar="FILE", help="Read addresses from FILE, one a line; - is the standard input.")
@click.option("--encoding", metavar="NAME", help="Encoding of FILE, such as utf-8 or gb18030 (detected).")
@json_option
@click.pass_obj
def address(session: Session, text: str | None, file: str | None, encoding: str | None, as_json: bool) -> None:
    """Take an address apart: country to room, what follows from what is written, and the premises it means. Needs no store."""
    del session
    from crmdesk.services.address_parsing import AddressParsing

    if (text is None) == (file is None):
        raise click.UsageError("Give one address, or --file FILE.")
    parsing = AddressParsing()
    if text is not None:
        reading = parsing.parse(text)
        if as_json:
            print_json(address_json(reading))
        else:
            _print_parts(reading)
        return
    readings = (parsing.parse(line) for line in _lines(file or "", encoding))
    if as_json:
        _print_array(readings)
        return
    print_table(
        ("address", "premises key", "parts"),
        [
            (reading.text, reading.premises_key, " · ".join(part.text for part in reading.parts if part.start >= 0))
            for reading in readings
        ],
    )


def address_json(reading: "AddressReading") -> dict[str, Any]:
    """Return the stable shape of an address that was taken apart."""
    parts = {part.name: part for part in reading.parts}

    def text_of(name: str) -> str | None:
        part = parts.get(name)
        return None if part is None else (part.code if name == "country" and part.code else part.text)

    return {
        "text": reading.text,
        **{name: text_of(name) for name in (*_KEYS, *_MORE_KEYS)},
        "division_code": reading.division_code,
        "official": {name: part.official for name, part in parts.items() if part.code and name != "country"},
        "codes": {name: part.code for name, part in parts.items() if part.code and name != "country"},
        "inferred": [part.name for part in reading.parts if part.is_inferred],
        "premises_key": reading.premises_key,
        "reasons": [reason.message for reason in reading.reasons],
    }


def _print_array(readings: Iterator["AddressReading"]) -> None:
    """Print one JSON array an element at a time: a file of a million addresses is never held as a whole."""
    sys.stdout.write("[")
    for number, reading in enumerate(readings):
        sys.stdout.write(f"{',' if number else ''}\n{json.dumps(address_json(reading), ensure_ascii=False)}")
    sys.stdout.write("\n]\n")


def _print_parts(reading: "AddressReading") -> None:
    from crmdesk.services.address_parsing import PART_LABELS

    print_table(
        ("part", "as written", "official name", "code", ""),
        [
            (
                PART_LABELS[part.name],
                part.text,
                part.official if part.official != part.text else "",
                part.code,
                "inferred" if part.is_inferred else "",
            )
            for part in reading.parts
        ],
    )
    print_line()
    print_line(f"Premises key: {reading.premises_key or '–'}")
    for reason in reading.reasons:
        print_line(reason.message)


def _lines(file: str, encoding: str | None) -> Iterator[str]:
    """Yield the lines of a file or of standard input in the encoding given or found, without their ends.

    Raises:
        FileUnreadable: missing or not permitted.
    """
    from crmdesk.exchange.encoding import detect_encoding, detect_file_encoding, is_known_encoding
    from crmdesk.exchange.file_errors import FileUnreadable

    if encoding is not None and not is_known_encoding(encoding):
        raise click.BadParameter(f"{encoding} is no encoding that is known here.", param_hint="--encoding")
    if file == _STANDARD_INPUT:
        content = sys.stdin.buffer.read()
        name = encoding or detect_encoding(io.BytesIO(content)).name
        yield from (line.removeprefix("\ufeff") for line in _split(content.decode(name, "replace")))
        return
    path = Path(file)
    try:
        name = encoding or detect_file_encoding(path).name
        with path.open(encoding=name, errors="replace") as lines:
            for line in lines:
                yield line.rstrip("\n").removeprefix("\ufeff")
    except OSError as error:
        raise FileUnreadable(file=path.name, reason=error.strerror or str(error)) from error


def _split(text: str) -> list[str]:
    """Split at line ends as a file does; a line may hold other separators of Unicode."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[:-1] if not lines[-1] else lines


COMMANDS: Final = (address,)
"""Every command of this area."""
