"""What is dragged within the splitting dialog: children to a site, a site onto another."""

import json
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QByteArray, QMimeData

CHILDREN: Final = "application/x-crmdesk-split-children"
SITE: Final = "application/x-crmdesk-split-site"

ChildKey = tuple[str, str]


def children_mime(children: Iterable[ChildKey]) -> QMimeData:
    """Return children as what is dragged."""
    data = QMimeData()
    data.setData(CHILDREN, QByteArray(json.dumps(list(children)).encode()))
    return data


def site_mime(key: str) -> QMimeData:
    """Return a site as what is dragged."""
    data = QMimeData()
    data.setData(SITE, QByteArray(key.encode()))
    return data


def dragged_children(data: QMimeData) -> tuple[ChildKey, ...]:
    """Return the children that are dragged, none when it is something else."""
    if not data.hasFormat(CHILDREN):
        return ()
    return tuple((kind, record) for kind, record in json.loads(bytes(data.data(CHILDREN).data())))


def dragged_site(data: QMimeData) -> str:
    """Return the site that is dragged, empty when it is something else."""
    return bytes(data.data(SITE).data()).decode() if data.hasFormat(SITE) else ""
