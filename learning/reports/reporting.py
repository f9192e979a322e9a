"""/home and /report: of the organisation that the actor acts for, and of no other."""

from datetime import datetime

from learning.account.model import Actor, Organisation, Role
from learning.course.curriculum import Curriculum
from learning.reports.asks import ReportCourse, ReportReach, ShowHome
from learning.reports.ladder import ladder_of
from learning.reports.outcomes import CourseReported, HomeShown, ReachReported
from learning.reports.ports import CourseReports
from learning.reports.renewing import day_of, renewed


async def show_home(
    ask: ShowHome,
    actor: Actor,
    now: datetime,
    *,
    course_reports: CourseReports,
    curriculum: Curriculum,
) -> HomeShown:
    return HomeShown(await _looked(actor, now, course_reports, curriculum))


async def report_course(
    ask: ReportCourse,
    actor: Actor,
    now: datetime,
    *,
    course_reports: CourseReports,
    curriculum: Curriculum,
) -> CourseReported:
    return CourseReported(await _looked(actor, now, course_reports, curriculum), ask.form)


async def report_reach(ask: ReportReach, actor: Actor, now: datetime) -> ReachReported:
    return ReachReported(_organisation(actor).id, ask.form, now)


async def _looked(
    actor: Actor, now: datetime, course_reports: CourseReports, curriculum: Curriculum
) -> int:
    """The id of the organisation, whose report is as new as it may be."""
    organisation = _organisation(actor)
    today = day_of(now, organisation.zone)
    looks = await course_reports.shown(organisation.id)
    if looks and looks[-1].day >= today:
        return organisation.id
    counts = await course_reports.counts(organisation.id, now)
    if counts is None:
        return organisation.id
    before = [look.report for look in looks if look.report is not None]
    report = renewed(counts, ladder_of(curriculum), before)
    if before or report is not None:  # until there is a first one, each look may bring it
        await course_reports.add(organisation.id, today, report)
    return organisation.id


def _organisation(actor: Actor) -> Organisation:
    member = actor.acting_as(Role.COORDINATOR)
    if member is None:
        raise AssertionError("the right was checked")
    return member.organisation
