from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QImage
from PySide6.QtSvg import QSvgRenderer

from crmdesk.ui.charts.camera import Camera, Shot
from crmdesk.ui.charts.exporting import PictureNotWritten, Sheet, export, kind_of
from crmdesk.ui.charts.scene import Form, Scene, Top, make_scene
from tests.ui.charts.trees import LOOKS, Words, tree

pytestmark = pytest.mark.usefixtures("qapp")


def _scene(form: Form) -> Scene:
    made = tree([-1, 0, 0, 1, 1, 2], names=["家乐福", "北京家乐福", "沈阳家乐福", "马连道店", "方圆店", "塔湾店"])
    return make_scene(made, form, Top(), (800, 500), categories=LOOKS, wording=Words())


@pytest.mark.parametrize("form", Form)
def test_an_svg_holds_shapes_and_text(form: Form, tmp_path: Path) -> None:
    path = tmp_path / "group.svg"
    export(Sheet(_scene(form), None, "家乐福 – by Sites", QFont()), path)
    text = path.read_text(encoding="utf-8")
    assert QSvgRenderer(str(path)).isValid()
    for name in ("家乐福 – by Sites", "马连道店", "Kept"):
        assert name in text
    assert "<image" not in text


def test_a_png_is_as_big_as_asked(tmp_path: Path) -> None:
    small, big = tmp_path / "a.png", tmp_path / "b.png"
    sheet = Sheet(_scene(Form.TREEMAP), None, "x", QFont())
    export(sheet, small, scale=1)
    export(sheet, big, scale=3)
    assert QImage(str(small)).size().width() == 800 + 48
    assert QImage(str(big)).size().width() == 3 * (800 + 48)


def test_a_pdf_has_one_page(tmp_path: Path) -> None:
    path = tmp_path / "group.pdf"
    export(Sheet(_scene(Form.ORG_CHART), None, "x", QFont()), path)
    content = path.read_bytes()
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") == 1


def test_what_is_seen_can_be_written_alone(tmp_path: Path) -> None:
    path = tmp_path / "part.png"
    export(Sheet(_scene(Form.TREEMAP), Shot(Camera(4, -900, -700), 640, 480), "x", QFont()), path, scale=1)
    size = QImage(str(path)).size()
    assert size.width() == 640 + 48
    assert size.height() < QSize(0, 640).height()


@pytest.mark.parametrize("name", ["no/such/folder/x.svg", "no/such/folder/x.png", "no/such/folder/x.pdf", "x.docx"])
def test_a_file_that_cannot_be_written_is_told(name: str, tmp_path: Path) -> None:
    with pytest.raises(PictureNotWritten) as told:
        export(Sheet(_scene(Form.ICICLE), None, "x", QFont()), tmp_path / name)
    assert told.value.params["path"].endswith(name.rpartition("/")[2])


def test_kinds_follow_the_name() -> None:
    assert [kind_of(Path(name)) for name in ("a.SVG", "a.png", "a.pdf", "a.txt", "a")] == ["svg", "png", "pdf", None, None]
