import pytest

from crmdesk.exchange.separators import declared_separator, detect_separator


@pytest.mark.parametrize(
    ("lines", "separator"),
    [
        (["a,b,c\n", "1,2,3\n"], ","),
        (["a;b\n", '"1;2";"3,4,5"\n'], ";"),
        (["a\tb\n", "x, y\tz, w\n", "1, 2\t3, 4\n"], "\t"),
        (["a|b|c\n", "1|2|3\n"], "|"),
        (["名称;金额\n", "甲;1,5\n", "乙;2,25\n", "丙;3\n"], ";"),
        (["Title, of the report\n", "a;b;c\n", "1;2;3\n", "4;5;6\n"], ";"),
        (["just words\n", "more words\n"], ","),
        ([], ","),
    ],
)
def test_separator_is_the_one_that_makes_even_columns(lines: list[str], separator: str) -> None:
    assert detect_separator(lines).char == separator


@pytest.mark.parametrize(("line", "separator"), [("sep=;\r\n", ";"), ("SEP=\t\n", "\t"), ("sep=;;\n", ""), ("separate\n", "")])
def test_excels_first_line_declares_the_separator(line: str, separator: str) -> None:
    assert declared_separator(line) == separator
    assert detect_separator([line, "a,b\n"]).is_declared is bool(separator)
