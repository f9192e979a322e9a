"""A lesson or a scenario as the package's player reads it: plain data, its texts as HTML."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import assert_never

from babel import Locale
from babel.dates import format_date

from content.exchange.markup import to_html
from learning.course.model import Card, Lesson, Source
from learning.course.questions import (
    Match,
    NumberQuestion,
    Option,
    PutInOrder,
    Question,
    SeveralChoice,
    ShortText,
    SingleChoice,
    TrueOrFalse,
)
from learning.course.scenario import Choice, Decision, Ending, Scenario
from learning.course.words import Words
from learning.lessons.grading import fold

Data = dict[str, object]


class Items:
    def __init__(self, language: str, labels: Mapping[str, str]) -> None:
        self._language = language
        self._labels = labels
        self._locale = Locale.parse("en_GB" if language == "en" else language)

    def lesson(self, lesson: Lesson) -> Data:
        return {
            "kind": "lesson",
            "title": self._plain(lesson.title),
            "cards": [self._card(card, lesson.sources) for card in lesson.cards],
            "questions": [self._question(question) for question in lesson.questions],
            "try_today": self._html(lesson.try_today),
        }

    def scenario(self, scenario: Scenario) -> Data:
        return {
            "kind": "scenario",
            "title": self._plain(scenario.title),
            "start": scenario.start,
            "variables": dict(scenario.variables),
            "decisions": {it.id: self._decision(it) for it in scenario.decisions},
            "endings": {it.id: self._ending(it, scenario.sources) for it in scenario.endings},
        }

    def _plain(self, words: Words) -> str:
        return escape(words.for_reader(self._language).replace("*", ""), quote=False)

    def _html(self, words: Words) -> str:
        return to_html(words.for_reader(self._language))

    def _card(self, card: Card, known: Sequence[Source]) -> Data:
        country = None
        if card.country:
            name = self._locale.territories.get(card.country.upper(), card.country)
            country = self._labels["only_in"].format(country=escape(name))
        return {
            "text": self._html(card.text),
            "country": country,
            "sources": self._sources(card.sources, known),
        }

    def _sources(self, cited: Iterable[str], known: Sequence[Source]) -> list[Data]:
        by_id = {source.id: source for source in known}
        return [self._source(by_id[id]) for id in cited if id in by_id]

    def _source(self, source: Source) -> Data:
        checked = format_date(source.checked, "long", locale=self._locale)
        values = {"citation": escape(source.citation), "date": checked}
        return {
            "said": self._labels["checked"].format_map(values),
            "changed": self._labels["may_have_changed"].format_map(values),
            "expires": source.expires.isoformat() if source.expires else None,
        }

    def _question(self, question: Question) -> Data:
        same = {"prompt": self._html(question.prompt), "reason": self._html(question.reason)}
        match question:
            case SingleChoice() | SeveralChoice():
                return {**same, **self._choice(question.kind, question.options)}
            case TrueOrFalse():
                return {**same, **self._truth(question)}
            case PutInOrder():
                return {**same, **self._order(question)}
            case Match():
                return {**same, **self._match(question)}
            case NumberQuestion():
                return {**same, **self._number(question)}
            case ShortText():
                return {**same, **self._short_text(question)}
            case _:
                assert_never(question)

    def _choice(self, kind: str, options: Sequence[Option]) -> Data:
        rights = "".join(self._html(option.text) for option in options if option.right)
        offered = [
            {
                "id": option.id,
                "text": self._html(option.text),
                "right": option.right,
                "feedback": self._html(option.feedback),
            }
            for option in options
        ]
        return {"kind": kind, "options": offered, "solution": self._solved(rights)}

    def _truth(self, question: TrueOrFalse) -> Data:
        said = [("true", question.answer, question.if_true)]
        said.append(("false", not question.answer, question.if_false))
        options = [
            {"id": id, "text": self._labels[id], "right": right, "feedback": self._html(feedback)}
            for id, right, feedback in said
        ]
        return {"kind": "single", "options": options, "solution": ""}

    def _order(self, question: PutInOrder) -> Data:
        items = [{"id": item.id, "text": self._html(item.text)} for item in question.items]
        rows = "".join(f"<li>{item['text']}</li>" for item in items)
        return {"kind": "order", "items": items, "solution": self._solved(f"<ol>{rows}</ol>")}

    def _match(self, question: Match) -> Data:
        pairs = [
            {
                "id": pair.id,
                "left": self._html(pair.left),
                "right_plain": self._plain(pair.right),
            }
            for pair in question.pairs
        ]
        rows = "".join(f"<li>{it['left']} – {it['right_plain']}</li>" for it in pairs)
        return {"kind": "match", "pairs": pairs, "solution": self._solved(f"<ul>{rows}</ul>")}

    def _number(self, question: NumberQuestion) -> Data:
        return {
            "kind": "number",
            "answer": question.answer,
            "tolerance": question.tolerance,
            "if_lower": self._html(question.if_lower),
            "if_higher": self._html(question.if_higher),
            "solution": self._solved(f"<p>{question.answer:g}</p>"),
        }

    def _short_text(self, question: ShortText) -> Data:
        variants = [v for text in question.accepted.every() for v in text.split("|")]
        first = question.accepted.for_reader(self._language).split("|")[0].strip()
        return {
            "kind": "text",
            "accepted": sorted({fold(variant) for variant in variants}),
            "if_other": self._html(question.if_other),
            "solution": self._solved(f"<p>{escape(first)}</p>"),
        }

    def _solved(self, answer: str) -> str:
        return f"<p>{self._labels['right_answer']}</p>{answer}"

    def _decision(self, decision: Decision) -> Data:
        return {
            "text": self._html(decision.text),
            "choices": [self._taken(choice) for choice in decision.choices],
        }

    def _taken(self, choice: Choice) -> Data:
        leads = [
            {
                "to": branch.to,
                "when": [
                    {"variable": it.variable, "is": it.is_, "value": it.value} for it in branch.when
                ],
            }
            for branch in choice.leads
        ]
        return {
            "text": self._plain(choice.text),
            "consequence": self._html(choice.consequence),
            "coaching": self._html(choice.coaching),
            "effects": dict(choice.effects),
            "leads": leads,
        }

    def _ending(self, ending: Ending, known: Sequence[Source]) -> Data:
        return {
            "text": self._html(ending.text),
            "rule": self._html(ending.rule),
            "sources": self._sources(ending.sources, known),
        }
