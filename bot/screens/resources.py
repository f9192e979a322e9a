"""Papers to print: what there is, what was found, and one of them as a PDF."""

from collections.abc import Iterable, Iterator

from bot.screens import buttons
from bot.screens.drawing import PaperBlock, PaperItem, ResourcePaper
from bot.screens.evaluating import hub as practices_of_colleagues
from bot.screens.html import Html, bold, lines, paragraphs
from bot.screens.screen import Button, Screen, one_a_row, shortened
from bot.screens.times import full_date
from bot.screens.view import View
from learning.course.model import Source
from learning.course.words import Words
from learning.resources import outcomes as o
from learning.resources.asks import GiveResource, ShowResources, ShowSummaries
from learning.resources.model import Block, BlockKind, Resource, ResourceKind


def resources_screen(shown: o.ResourcesShown, view: View) -> Screen:
    """The forms by kind, each with its button; the summaries under their modules."""
    kinds = (ResourceKind.MENTORING, ResourceKind.ORGANISATION, ResourceKind.DESK)
    there = {kind: list(_of_kind(kind, shown.resources, view)) for kind in kinds}
    modules = [each for each in view.curriculum.course.modules if each.id in shown.modules]
    numbered = list(enumerate(modules, start=1))
    html = paragraphs(
        view.say("That paper is no longer there. These are:") if shown.gone else None,
        bold(view.say("Papers to print")),
        *(_listed(_kind(kind, view), there[kind], view) for kind in kinds if there[kind]),
        lines(
            view.say("For each part of the course there is a summary of one page."),
            *(f"{number}. {view.name(module.title)}" for number, module in numbered),
        ),
        view.say("And what colleagues tried themselves: the good practices."),
        view.say("Looking for something? Write for example /resources plain language"),
    )
    forms = (_button(resource, view) for kind in kinds for resource in there[kind])
    summaries = tuple(
        Button(view.label("Module {number}", number=number), ShowSummaries(module.id))
        for number, module in numbered
    )
    practices = (practices_of_colleagues(view),)
    return Screen(html, (*one_a_row(*forms), *([summaries] if summaries else []), practices))


def summaries_screen(shown: o.SummariesShown, view: View) -> Screen:
    module = next((m for m in view.curriculum.course.modules if m.id == shown.module), None)
    head = bold(view.name(module.title)) if module else None
    titles = lines(*(f"• {view.name(each.title)}" for each in _known(shown.resources, view)))
    ask = view.say("A summary of one page for each part. Choose one:")
    html = paragraphs(head, ask, titles)
    return Screen(html, one_a_row(*_buttons(shown.resources, view), _all(view)))


def found_screen(found: o.ResourcesFound, view: View) -> Screen:
    if not found.resources:
        text = view.say("I found no paper for these words. Try others, or look at the whole list.")
        return Screen(text, one_a_row(_all(view)))
    return Screen(
        view.say("This is what I found:"), one_a_row(*_buttons(found.resources, view), _all(view))
    )


def resource_screen(ready: o.ResourceReady, view: View) -> Screen:
    resource = view.curriculum.resources.get(ready.resource)
    if resource is None:
        return Screen(view.say("That paper is no longer there."), one_a_row(_all(view)))
    caption = paragraphs(bold(view.name(resource.title)), view.name(resource.purpose))
    rows = ((_all(view), buttons.next_lesson(view)),)
    return Screen(caption, rows, drawing=_paper(resource, view))


def _of_kind(kind: ResourceKind, ids: Iterable[str], view: View) -> Iterator[Resource]:
    return (each for each in _known(ids, view) if each.kind is kind)


def _known(ids: Iterable[str], view: View) -> Iterator[Resource]:
    return (view.curriculum.resources[id] for id in ids if id in view.curriculum.resources)


def _listed(head: str, resources: Iterable[Resource], view: View) -> Html:
    return lines(bold(head), *(f"• {view.name(each.title)}" for each in resources))


def _buttons(ids: Iterable[str], view: View) -> Iterator[Button]:
    return (_button(each, view) for each in _known(ids, view))


def _button(resource: Resource, view: View) -> Button:
    return Button(shortened(view.plain(resource.title)), GiveResource(resource.id))


def _all(view: View) -> Button:
    return Button(view.label("All papers"), ShowResources())


def _kind(kind: ResourceKind, view: View) -> str:
    match kind:
        case ResourceKind.MENTORING:
            return view.label("For mentoring")
        case ResourceKind.ORGANISATION:
            return view.label("For the organisation")
        case ResourceKind.DESK:
            return view.label("For the desk")
        case ResourceKind.SUMMARY:
            return view.label("Summary")


def _paper(resource: Resource, view: View) -> ResourcePaper:
    course = view.curriculum.course
    sources = tuple(_source(source, view) for source in resource.sources)
    return ResourcePaper(
        file_name=f"q-ser-{resource.id}-{view.language}.pdf",
        language=view.language,
        tag=_tag(resource, view),
        title=view.plain(resource.title),
        purpose=view.plain(resource.purpose),
        blocks=tuple(_block(block, view) for block in resource.blocks),
        sources_heading=view.label_n("Source:", "Sources:", len(sources)),
        sources=sources,
        footer=f"Q-SER · {view.plain(course.title)} · {course.licence}",
    )


def _tag(resource: Resource, view: View) -> str:
    if resource.subunit is None:
        return _kind(resource.kind, view)
    for module in view.curriculum.course.modules:
        if any(subunit.id == resource.subunit for subunit in module.subunits):
            return f"{_kind(resource.kind, view)} · {view.plain(module.title)}"
    return _kind(resource.kind, view)


def _block(block: Block, view: View) -> PaperBlock:
    def plain(words: Words | None) -> str:
        return view.plain(words) if words else ""

    return PaperBlock(
        kind=block.kind,
        heading=plain(block.title) or _heading(block.kind, view),
        text=plain(block.text),
        items=tuple(PaperItem(plain(item.text), plain(item.when)) for item in block.items),
        rows=block.rows,
    )


def _heading(kind: BlockKind, view: View) -> str:
    """What the blocks of a summary are called."""
    if kind is BlockKind.PHRASES:
        return view.label("Sentences for the desk")
    return view.label("To remember")


def _source(source: Source, view: View) -> str:
    checked = full_date(view, source.checked)
    if source.expires is not None and source.expires < view.local_now.date():
        return view.label(
            "{citation} (checked on {date}, may have changed)",
            citation=source.citation,
            date=checked,
        )
    return view.label("{citation} (checked on {date})", citation=source.citation, date=checked)
