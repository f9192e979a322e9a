"""Writes Moodle XML (docs.moodle.org, Moodle XML format)."""

from collections.abc import Iterable
from typing import TypeAlias, assert_never

from lxml import etree

from content.exchange.markup import to_html
from content.exchange.quiz import (
    ORDER,
    Choice,
    Entry,
    Matching,
    Numeric,
    Short,
    Span,
    TrueFalse,
)

Element: TypeAlias = etree._Element


def write_moodle(entries: Iterable[Entry], category: str) -> bytes:
    quiz = etree.Element("quiz")
    heading = etree.SubElement(quiz, "question", type="category")
    _text(etree.SubElement(heading, "category"), f"$course$/top/{category}")
    for entry in entries:
        quiz.append(_question(entry))
    written: bytes = etree.tostring(quiz, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


def _question(entry: Entry) -> Element:
    question = etree.Element("question", type=_TYPES[type(entry.body)])
    _text(etree.SubElement(question, "name"), entry.name)
    _html(question, "questiontext", entry.prompt)
    _html(question, "generalfeedback", entry.reason)
    etree.SubElement(question, "idnumber").text = entry.name
    _answers(question, entry)
    return question


_TYPES = {
    Choice: "multichoice",
    TrueFalse: "truefalse",
    Short: "shortanswer",
    Numeric: "numerical",
    Matching: "matching",
}


def _answers(question: Element, entry: Entry) -> None:
    match entry.body:
        case Choice(single, answers):
            etree.SubElement(question, "single").text = "true" if single else "false"
            etree.SubElement(question, "shuffleanswers").text = "true"
            for it in answers:
                _answer(question, it.text, it.share, it.feedback, html=True)
        case TrueFalse(answer, if_true, if_false):
            _answer(question, "true", 100 if answer else 0, if_true)
            _answer(question, "false", 0 if answer else 100, if_false)
        case Short(answers):
            etree.SubElement(question, "usecase").text = "0"
            for it in answers:
                _answer(question, it.text, it.share, it.feedback)
        case Numeric(spans, otherwise):
            for span in spans:
                _span(question, span)
            if otherwise:
                _answer(question, "*", 0, otherwise)
        case Matching(pairs, ordered):
            etree.SubElement(question, "shuffleanswers").text = "true"
            for left, right in pairs:
                pair = _html(question, "subquestion", left)
                _text(etree.SubElement(pair, "answer"), right)
            if ordered:
                tags = etree.SubElement(question, "tags")
                _text(etree.SubElement(tags, "tag"), ORDER)
        case _:
            assert_never(entry.body)


def _span(question: Element, span: Span) -> None:
    middle, tolerance = (span.least + span.most) / 2, (span.most - span.least) / 2
    answer = _answer(question, _number(middle), span.share, span.feedback)
    etree.SubElement(answer, "tolerance").text = _number(tolerance)


def _answer(
    question: Element, text: str, share: float, feedback: str, html: bool = False
) -> Element:
    answer = etree.SubElement(question, "answer", fraction=_number(share))
    if html:
        answer.set("format", "html")
    _text(answer, to_html(text) if html else text)
    _html(answer, "feedback", feedback)
    return answer


def _html(parent: Element, name: str, text: str) -> Element:
    element = etree.SubElement(parent, name, format="html")
    _text(element, to_html(text))
    return element


def _text(parent: Element, text: str) -> None:
    etree.SubElement(parent, "text").text = text


def _number(value: float) -> str:
    return f"{value:.5f}".rstrip("0").rstrip(".")
