"""/home and /report: of the organisation that the actor acts for, and of no other."""

from datetime import datetime

from learning.account.model import Actor, Role
from learning.reports.asks import ReportCourse, ShowHome
from learning.reports.outcomes import CourseReported, HomeShown


async def show_home(ask: ShowHome, actor: Actor, now: datetime) -> HomeShown:
    return HomeShown(_organisation(actor), now)


async def report_course(ask: ReportCourse, actor: Actor, now: datetime) -> CourseReported:
    return CourseReported(_organisation(actor), ask.form, now)


def _organisation(actor: Actor) -> int:
    member = actor.acting_as(Role.COORDINATOR)
    if member is None:
        raise AssertionError("the right was checked")
    return member.organisation.id
