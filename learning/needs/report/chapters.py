"""In which chapter of the report a question stands, and in which forms the report is given."""

from enum import StrEnum

from learning.needs.questionnaire import Grid, Question, Scale, ShortText, Use


class Part(StrEnum):
    """A chapter is a picture in chat; the last three are files that hold all of them. `CHANGE` is
    what was said of the abilities before and after the course."""

    PROFILE = "profile"
    ABILITIES = "abilities"
    CHANGE = "change"
    SITUATIONS = "situations"
    ORGANISATION = "organisation"
    WISHES = "wishes"
    PRIORITIES = "priorities"
    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"


FILES = (Part.PDF, Part.XLSX, Part.CSV)


def chapter_of(question: Question) -> Part:
    match question:
        case Scale():
            return Part.ABILITIES
        case Grid():
            return Part.SITUATIONS
        case ShortText():
            return Part.WISHES
        case _ if Use.ORGANISATION in question.uses:
            return Part.ORGANISATION
        case _ if Use.DELIVERY in question.uses:
            return Part.WISHES
        case _:
            return Part.PROFILE
