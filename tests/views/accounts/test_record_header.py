"""The header's line: the name comes first, what the form shows as well gives way."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crmdesk.ui.chips import ChipLook, Shape
from crmdesk.ui.theme.tokens import Role
from crmdesk.views.accounts.record_header import HeaderContent, RecordHeader


@pytest.fixture
def header(qtbot: QtBot) -> RecordHeader:
    made = RecordHeader()
    qtbot.addWidget(made)
    look = ChipLook("Fighting for deals", Role.ACCENT, Shape.HALF)
    made.show_content(HeaderContent(title="江北区金源时代购物中心分公司", code="YHCS5-JBQJYS", owner="Li Lei", status=look))
    made.show()
    return made


def shown(header: RecordHeader) -> tuple[bool, bool]:
    """Whether code and owner are shown."""
    return header._code.isVisible(), header.owner.isVisible()


def test_owner_and_then_code_give_way_to_the_name(header: RecordHeader) -> None:
    seen = []
    for width in range(1200, 480, -20):
        header.resize(width, header.height())
        if shown(header) not in seen:
            seen.append(shown(header))
        if shown(header) != (False, False):
            assert header.title.text() == header.title.whole_text
    assert seen == [(True, True), (True, False), (False, False)]
    header.resize(1200, header.height())
    assert shown(header) == (True, True)


def test_a_sign_that_comes_later_takes_its_room(header: RecordHeader, qtbot: QtBot) -> None:
    header.resize(800, header.height())
    qtbot.waitUntil(lambda: shown(header) == (True, True))
    sign = QLabel("Needs you · held by somebody else", header)
    header.signs.addWidget(sign)
    sign.show()
    qtbot.waitUntil(lambda: shown(header) == (False, False) or shown(header) == (True, False))
    assert header.title.text() == header.title.whole_text
    sign.hide()
    qtbot.waitUntil(lambda: shown(header) == (True, True))


def test_what_is_unknown_takes_no_room(header: RecordHeader) -> None:
    header.resize(1200, header.height())
    header.show_content(HeaderContent(title="马连道店"))
    assert shown(header) == (False, False)
