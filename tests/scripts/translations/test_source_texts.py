"""Texts are found however a module calls the marks."""

import pytest

from scripts.translations.source_texts import SourceText, UnmarkedTextError, texts_of


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('class A:\n    def f(self):\n        self.tr("One")', SourceText("A", "One")),
        (
            'class A:\n    class B:\n        def f(self):\n            self.tr("%n of it", "", 2)',
            SourceText("B", "%n of it", is_plural=True),
        ),
        ('QCoreApplication.translate("c", "One")', SourceText("c", "One")),
        ('translate = QCoreApplication.translate\ntranslate("c", "One")', SourceText("c", "One")),
        ('text, number = QCoreApplication.translate, CellKind.NUMBER\ntext("c", "One")', SourceText("c", "One")),
        ('from crmdesk.core.text import QT_TRANSLATE_NOOP\nQT_TRANSLATE_NOOP("c", "One")', SourceText("c", "One")),
        ('from crmdesk.core.text import QT_TRANSLATE_NOOP as _T\nx = {1: _T("c", "One")}', SourceText("c", "One")),
        ('QT_TRANSLATE_NOOP("c", "%n of it")', SourceText("c", "%n of it", is_plural=True)),
        ('_R: Final = QT_TRANSLATE_NOOP\nx = _R("c", "One")', SourceText("c", "One")),
        ('_C: Final = "c"\nQCoreApplication.translate(_C, "One" " two")', SourceText("c", "One two")),
    ],
)
def test_a_text_is_found(code: str, found: SourceText) -> None:
    assert list(texts_of(code)) == [found]


@pytest.mark.parametrize(
    "code", ["text.translate(TABLE)", 'QCoreApplication.translate("c", label)', 'def translate(a, b): ...\ntranslate("c", "d")']
)
def test_what_is_no_mark_is_left_alone(code: str) -> None:
    assert not list(texts_of(code))


@pytest.mark.parametrize(
    "code", ["class A:\n    def f(self):\n        self.tr(f'{x}')", 'QT_TRANSLATE_NOOP("c", text)', 'QT_TRANSLATE_NOOP(c, "One")']
)
def test_a_mark_without_a_text_is_refused(code: str) -> None:
    with pytest.raises(UnmarkedTextError, match="<text>:"):
        list(texts_of(code))
