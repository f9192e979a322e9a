"""Writes the course as a SCORM 1.2 package: one SCO for each lesson and each scenario.

What a platform keeps of a lesson is its status and its score, the share of right answers; of a
scenario only that it was played to an end.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from html import escape
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from content.exchange.manifest import SHARED, write_manifest
from content.exchange.package_items import Items
from learning.course.curriculum import Curriculum

Labels = Mapping[str, str]
"""What stands on the package's buttons and beside its fields, by name."""
_PLAYER = Path(__file__).parent / "player"


def write_package(curriculum: Curriculum, language: str, labels: Labels, now: datetime) -> bytes:
    """The bytes of the ZIP. `now` is the time of its files, in whole seconds."""
    items = Items(language, labels)
    files = {"imsmanifest.xml": write_manifest(curriculum, language)}
    for name in SHARED:
        files[name] = (_PLAYER / name).read_bytes()
    for lesson in curriculum.lessons.values():
        files[f"{lesson.id}.html"] = _page(language, labels, items.lesson(lesson))
    for scenario in curriculum.scenarios.values():
        files[f"{scenario.id}.html"] = _page(language, labels, items.scenario(scenario))
    return _zipped(files, now)


def _page(language: str, labels: Labels, item: Mapping[str, object]) -> bytes:
    return (
        f'<!doctype html><html lang="{escape(language)}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{item['title']}</title>"
        '<link rel="stylesheet" href="player.css"></head><body><main></main>'
        f"{_data('item', item)}{_data('labels', labels)}"
        '<script src="lms.js"></script><script src="player.js"></script></body></html>\n'
    ).encode()


def _data(id: str, value: object) -> str:
    # A "</script>" in a text would end the element; JSON may write < otherwise.
    written = json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/json" id="{id}">{written}</script>'


def _zipped(files: Mapping[str, bytes], now: datetime) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = ZipInfo(name, now.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, content)
    return packed.getvalue()
