"""Reads Moodle XML (docs.moodle.org, Moodle XML format). The file is a stranger's.

Entities and document types are refused, nothing is fetched, and lxml keeps its own limits of
depth and length.
"""

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from content.exchange.markup import from_html
from content.exchange.quiz import (
    ORDER,
    Answer,
    Body,
    CannotKeep,
    Choice,
    Entry,
    Matching,
    Numeric,
    Read,
    Short,
    Span,
    TrueFalse,
)

Element: TypeAlias = etree._Element


def read_moodle(written: bytes) -> Read:
    """Raises CannotKeep when the whole file cannot be read."""
    entries: list[Entry] = []
    refused: list[CannotKeep] = []
    for question in _questions(written):
        line = question.sourceline or 0
        try:
            entries.append(_entry(question, line))
        except CannotKeep as cannot:
            refused.append(cannot)
        except ValueError as fault:
            refused.append(CannotKeep(line, str(fault)))
    return Read(tuple(entries), tuple(refused))


def _questions(written: bytes) -> Iterator[Element]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(written, parser)
    except etree.XMLSyntaxError as fault:
        raise CannotKeep(fault.lineno or 1, f"not XML: {fault.msg}") from fault
    if root.getroottree().docinfo.doctype:
        raise CannotKeep(1, "a document type is not allowed: take <!DOCTYPE …> out")
    if root.tag != "quiz":
        raise CannotKeep(root.sourceline or 1, f"a <{root.tag!s}>, not a <quiz> of Moodle")
    for question in root.iterchildren("question"):
        if question.get("type") != "category":
            yield question


def _entry(question: Element, line: int) -> Entry:
    named = question.findtext("idnumber") or question.findtext("name/text") or ""
    body = _body(question, line)
    prompt, reason = _said(question, "questiontext"), _said(question, "generalfeedback")
    return Entry(named.strip(), prompt, reason, body, line)


def _body(question: Element, line: int) -> Body:
    answers = question.findall("answer")
    match question.get("type"):
        case "multichoice":
            single = (question.findtext("single") or "true").strip() in ("true", "1")
            return Choice(single, tuple(_answer(it, html=True) for it in answers))
        case "truefalse":
            return _truth(answers, line)
        case "shortanswer":
            return Short(tuple(map(_answer, answers)))
        case "numerical":
            return _numeric(answers, line)
        case "matching":
            return _matching(question)
        case other:
            raise CannotKeep(line, f"a question of the kind {other}: we have none like it")


def _truth(answers: list[Element], line: int) -> TrueFalse:
    read = {answer.text.lower(): answer for answer in map(_answer, answers)}
    if set(read) != {"true", "false"}:
        raise CannotKeep(line, "true or false needs exactly these two answers")
    right = read["true"].share > read["false"].share
    return TrueFalse(right, read["true"].feedback, read["false"].feedback)


def _numeric(answers: list[Element], line: int) -> Numeric:
    spans: list[Span] = []
    otherwise = ""
    for element in answers:
        answer = _answer(element)
        if answer.text == "*":
            otherwise = answer.feedback
            continue
        try:
            value, tolerance = float(answer.text), float(element.findtext("tolerance") or 0)
        except ValueError:
            raise CannotKeep(line, f"{answer.text or 'nothing'} is not a number") from None
        spans.append(Span(value - tolerance, value + tolerance, answer.share, answer.feedback))
    return Numeric(tuple(spans), otherwise)


def _matching(question: Element) -> Matching:
    pairs = tuple(
        (_content(pair), (pair.findtext("answer/text") or "").strip())
        for pair in question.findall("subquestion")
    )
    tags = [tag.text for tag in question.findall("tags/tag/text")]
    numbered = sorted(left for left, _ in pairs) == sorted(map(str, range(1, len(pairs) + 1)))
    return Matching(pairs, ordered=numbered and ORDER in tags)


def _answer(element: Element, html: bool = False) -> Answer:
    text = _content(element) if html else (element.findtext("text") or "").strip()
    return Answer(text, float(element.get("fraction") or 0), _said(element, "feedback"))


def _said(parent: Element, name: str) -> str:
    element = parent.find(name)
    return "" if element is None else _content(element)


def _content(element: Element) -> str:
    """The text of `element` in our markup; HTML unless it says otherwise, as Moodle has it."""
    if element.find("file") is not None:
        raise CannotKeep(element.sourceline or 0, "a file inside a question: we keep words alone")
    text = (element.findtext("text") or "").strip()
    plain = element.get("format") in ("plain_text", "markdown")
    return text if plain else from_html(text)
