"""The manifest of a SCORM 1.2 package (ADL, SCORM Content Aggregation Model 1.2, 2001)."""

from typing import TypeAlias

from lxml import etree

from learning.course.curriculum import Curriculum
from learning.course.model import Subunit

_IMS = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
_ADL = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
SHARED = ("player.css", "lms.js", "player.js")
Element: TypeAlias = etree._Element


def write_manifest(curriculum: Curriculum, language: str) -> bytes:
    root = etree.Element(
        _tag("manifest"), identifier=f"course-{language}", version="1.0", nsmap=_NAMES
    )
    metadata = etree.SubElement(root, _tag("metadata"))
    etree.SubElement(metadata, _tag("schema")).text = "ADL SCORM"
    etree.SubElement(metadata, _tag("schemaversion")).text = "1.2"
    organizations = etree.SubElement(root, _tag("organizations"), default="course")
    course = etree.SubElement(organizations, _tag("organization"), identifier="course")
    _title(course, curriculum.course.title.for_reader(language))
    for module in curriculum.course.modules:
        part = _item(course, module.id, module.title.for_reader(language))
        for subunit in module.subunits:
            _subunit(part, subunit, curriculum, language)
    _resources(root, curriculum)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


_NAMES = {None: _IMS, "adlcp": _ADL}


def _tag(name: str) -> str:
    return f"{{{_IMS}}}{name}"


def _title(parent: Element, text: str) -> None:
    etree.SubElement(parent, _tag("title")).text = text


def _item(parent: Element, id: str, title: str, resource: str | None = None) -> Element:
    item = etree.SubElement(parent, _tag("item"), identifier=f"item-{id}")
    if resource:
        item.set("identifierref", resource)
    _title(item, title)
    return item


def _subunit(part: Element, subunit: Subunit, curriculum: Curriculum, language: str) -> None:
    group = _item(part, subunit.id, subunit.title.for_reader(language))
    for id in (*subunit.lessons, subunit.scenario):
        found = curriculum.lessons.get(id) or curriculum.scenarios[id]
        _item(group, id, found.title.for_reader(language), f"sco-{id}")


def _resources(root: Element, curriculum: Curriculum) -> None:
    resources = etree.SubElement(root, _tag("resources"))
    for id in curriculum.order:
        sco = etree.SubElement(
            resources,
            _tag("resource"),
            {
                "identifier": f"sco-{id}",
                "type": "webcontent",
                f"{{{_ADL}}}scormtype": "sco",
                "href": f"{id}.html",
            },
        )
        etree.SubElement(sco, _tag("file"), href=f"{id}.html")
        etree.SubElement(sco, _tag("dependency"), identifierref="player")
    player = etree.SubElement(
        resources,
        _tag("resource"),
        {"identifier": "player", "type": "webcontent", f"{{{_ADL}}}scormtype": "asset"},
    )
    for name in SHARED:
        etree.SubElement(player, _tag("file"), href=name)
