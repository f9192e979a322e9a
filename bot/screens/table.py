"""Which screen words which outcome."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.screens import (
    account,
    ahead,
    announcement_table,
    auditing,
    belonging,
    certificates,
    changing_place,
    changing_time,
    choosing,
    counts,
    evaluating_table,
    event_table,
    facts,
    failures,
    glossary,
    inviting,
    lessons,
    members,
    mentoring_table,
    needs,
    needs_change,
    needs_notice,
    needs_path,
    needs_pushes,
    needs_report,
    needs_rounds,
    pausing,
    printing,
    progress,
    pushes,
    questions,
    reach,
    records,
    reported,
    reports,
    resources,
    roster,
    scenarios,
    settings,
    sheets,
    talk,
    tickets,
    understanding,
    waiting,
)
from bot.screens.screen import Screen
from bot.screens.view import View
from learning.account import outcomes as of_account
from learning.ask import Refused
from learning.certificates import outcomes as of_certificates
from learning.counts import outcomes as of_counts
from learning.facts import outcomes as of_facts
from learning.glossary import outcomes as of_glossary
from learning.inbox import SetAside
from learning.lessons import outcomes as of_lessons
from learning.needs import outcomes as of_needs
from learning.organisations import outcomes as of_organisations
from learning.progress.outcomes import ProgressShown
from learning.pushes import outcomes as of_pushes
from learning.readings import Readings, attended_event
from learning.records import outcomes as of_records
from learning.reports import outcomes as of_reports
from learning.resources import outcomes as of_resources
from learning.scenarios import outcomes as of_scenarios
from learning.talk import outcomes as of_talk
from learning.tickets import outcomes as of_tickets

SCREENS: dict[type, Callable[[Any, View], Screen]] = {
    Refused: failures.refused_screen,
    SetAside: failures.apology_screen,
    **announcement_table.SCREENS,
    **evaluating_table.SCREENS,
    **event_table.SCREENS,
    **mentoring_table.SCREENS,
    of_account.Welcomed: account.welcome_screen,
    of_account.WelcomedAgain: account.welcome_again_screen,
    of_account.Moved: changing_place.moved_screen,
    of_account.MoveRefused: changing_place.move_refused_screen,
    of_account.LeaveOffered: changing_place.leave_offered_screen,
    of_account.Left: changing_place.left_screen,
    of_account.NothingToLeave: changing_place.nothing_to_leave_screen,
    of_account.PhoneMoved: changing_place.phone_moved_screen,
    of_account.PhoneMoveRefused: changing_place.phone_move_refused_screen,
    of_account.HelpShown: account.help_screen,
    of_account.AboutShown: account.about_screen,
    of_account.NoticeShown: account.notice_screen,
    of_account.OnlyText: account.only_text_screen,
    of_account.EditSeen: account.edit_seen_screen,
    of_account.PrivateOnly: account.private_only_screen,
    of_account.ButtonOutdated: account.button_outdated_screen,
    of_account.DefaultsShown: settings.defaults_screen,
    of_account.SettingsShown: settings.settings_screen,
    of_account.ChoicesShown: choosing.choices_screen,
    of_account.SettingChanged: settings.changed_screen,
    of_account.SettingRefused: choosing.refused_setting_screen,
    of_account.TimeOffered: changing_time.time_offered_screen,
    of_account.TimeChanged: changing_time.time_changed_screen,
    of_account.TimeRefused: changing_time.time_refused_screen,
    of_account.PauseUntilOffered: pausing.pause_until_screen,
    of_account.PauseOffered: pausing.pause_offered_screen,
    of_account.PauseEndOffered: pausing.pause_end_screen,
    of_account.Paused: pausing.paused_screen,
    of_account.Resumed: pausing.resumed_screen,
    of_account.SnoozeOffered: pausing.snooze_offered_screen,
    of_account.Snoozed: pausing.snoozed_screen,
    of_certificates.CourseNotFinished: certificates.course_not_finished_screen,
    of_certificates.CertificateThere: certificates.certificate_there_screen,
    of_certificates.CertificateNameAsked: certificates.certificate_name_screen,
    of_certificates.NotAttended: certificates.not_attended_screen,
    of_certificates.CertificateUnknown: certificates.certificate_unknown_screen,
    of_certificates.CertificateRevocationOffered: certificates.revocation_offered_screen,
    of_certificates.CertificateRevoked: certificates.certificate_revoked_screen,
    of_lessons.CardShown: lessons.sitting_screen,
    of_lessons.QuestionAsked: lessons.sitting_screen,
    of_lessons.ConfidenceAsked: lessons.sitting_screen,
    of_lessons.AnswerGraded: lessons.sitting_screen,
    of_lessons.LessonClosed: lessons.sitting_screen,
    of_lessons.ReviewClosed: lessons.sitting_screen,
    of_lessons.AlreadyMoved: lessons.moved_screen,
    of_lessons.SittingGone: lessons.sitting_gone_screen,
    of_lessons.NotBegun: lessons.not_begun_screen,
    of_lessons.NothingToReview: lessons.nothing_to_review_screen,
    of_lessons.NothingToRepeat: lessons.nothing_to_repeat_screen,
    of_lessons.CourseDone: lessons.course_done_screen,
    of_lessons.ScenarioNext: lessons.scenario_next_screen,
    of_lessons.WelcomeBack: lessons.welcome_back_screen,
    of_lessons.AnswerNotReadable: questions.unreadable_screen,
    of_organisations.DepartmentAsked: inviting.department_asked_screen,
    of_organisations.NumberAsked: inviting.number_asked_screen,
    of_organisations.DaysAsked: inviting.days_asked_screen,
    of_organisations.SheetsShown: sheets.sheets_screen,
    of_organisations.SheetShown: sheets.sheet_screen,
    of_organisations.SheetRevocationOffered: sheets.revocation_offered_screen,
    of_organisations.RosterRead: roster.roster_read_screen,
    of_organisations.RosterRefused: roster.roster_refused_screen,
    of_organisations.RosterDropped: roster.roster_dropped_screen,
    of_organisations.CodeShown: members.code_screen,
    of_organisations.CodeAsked: members.code_asked_screen,
    of_organisations.CodeUnknown: members.code_unknown_screen,
    of_organisations.RemovalOffered: members.removal_offered_screen,
    of_organisations.MemberRemoved: members.member_removed_screen,
    of_organisations.RoleChanged: members.role_changed_screen,
    of_organisations.NewDepartmentAsked: members.new_department_screen,
    of_organisations.DepartmentChanged: members.department_changed_screen,
    of_organisations.RemovalTold: belonging.removal_told_screen,
    of_organisations.RoleTold: belonging.role_told_screen,
    of_organisations.AuditShown: auditing.audit_screen,
    of_scenarios.DecisionShown: scenarios.run_screen,
    of_scenarios.ConsequenceShown: scenarios.run_screen,
    of_scenarios.CoachingShown: scenarios.run_screen,
    of_scenarios.EndingReached: scenarios.run_screen,
    of_scenarios.AlreadyThere: scenarios.already_there_screen,
    of_scenarios.SubunitRated: scenarios.subunit_rated_screen,
    of_scenarios.RunGone: scenarios.run_gone_screen,
    ProgressShown: progress.progress_screen,
    of_records.KeptShown: records.kept_screen,
    of_records.MyDataOffered: records.my_data_screen,
    of_records.ErasureOffered: records.erasure_offered_screen,
    of_records.Erased: records.erased_screen,
    of_resources.ResourcesShown: resources.resources_screen,
    of_resources.SummariesShown: resources.summaries_screen,
    of_resources.ResourcesFound: resources.found_screen,
    of_resources.ResourceReady: resources.resource_screen,
    of_glossary.TermExplained: glossary.term_screen,
    of_glossary.TermsOffered: glossary.offered_screen,
    of_glossary.TermsShown: glossary.terms_screen,
    of_tickets.TicketAsked: tickets.ticket_asked_screen,
    of_tickets.NobodyThere: tickets.nobody_there_screen,
    of_tickets.NameAsked: tickets.name_asked_screen,
    of_tickets.TicketSent: tickets.ticket_sent_screen,
    of_tickets.TicketDropped: tickets.ticket_dropped_screen,
    of_tickets.TicketGone: tickets.ticket_gone_screen,
    of_tickets.TicketWritten: tickets.ticket_written_screen,
    of_tickets.TicketClosed: tickets.ticket_closed_screen,
    of_tickets.TicketEnded: tickets.ticket_ended_screen,
    of_tickets.TicketsShown: waiting.tickets_screen,
    of_tickets.ReportedShown: reported.reported_screen,
    of_talk.NotUnderstood: understanding.not_understood_screen,
    of_talk.OnlyButtons: understanding.only_buttons_screen,
    of_talk.ClientCase: understanding.client_case_screen,
    of_talk.TalkLeft: understanding.talk_left_screen,
    of_talk.SmallTalkMade: understanding.small_talk_screen,
    of_talk.NotThereYet: ahead.not_there_screen,
    of_talk.AnswerInDoubt: talk.answer_in_doubt_screen,
    of_needs.TooFewAgain: needs_change.too_few_again_screen,
    of_needs.NeedsUnavailable: needs.needs_unavailable_screen,
    of_needs.NeedsOffered: needs_notice.needs_offered_screen,
    of_needs.NeedsAsked: needs.needs_asked_screen,
    of_needs.NeedsReviewed: needs.needs_reviewed_screen,
    of_needs.NeedsAlreadyThere: needs.needs_there_screen,
    of_needs.NeedsGone: needs.needs_gone_screen,
    of_needs.NeedsDropped: needs.needs_dropped_screen,
    of_needs.RoundOver: needs.round_over_screen,
    of_needs.AnswersSent: needs_path.answers_sent_screen,
    of_needs.PathShown: needs_path.path_shown_screen,
    of_needs.RoundsShown: needs_rounds.rounds_screen,
    of_needs.RoundPlanned: needs_rounds.round_planned_screen,
    of_needs.RoundLaunched: needs_rounds.round_launched_screen,
    of_needs.RoundShown: needs_rounds.round_shown_screen,
    of_needs.RoundReminded: needs_rounds.round_reminded_screen,
    of_needs.ClosingOffered: needs_rounds.closing_offered_screen,
    of_needs.RoundClosed: needs_rounds.round_closed_screen,
    of_needs.PlanDropped: needs_rounds.plan_dropped_screen,
    of_needs.RoundCalled: needs_pushes.round_called_screen,
    of_needs.NoNeedsReport: needs_report.no_report_screen,
    of_needs.NeedsReminded: needs_pushes.needs_reminded_screen,
    of_needs.NeedsAgain: needs_pushes.needs_again_screen,
    of_talk.PromptOver: talk.prompt_over_screen,
    of_talk.WhichPrompt: talk.which_prompt_screen,
    of_talk.TextForgotten: talk.text_forgotten_screen,
    of_facts.FactsShown: facts.facts_screen,
    of_facts.FactsExpired: facts.facts_expired_screen,
    of_pushes.LessonOffered: pushes.lesson_offered_screen,
    of_pushes.LessonReminded: pushes.lesson_reminded_screen,
    of_pushes.RefresherOffered: pushes.refresher_offered_screen,
}


# What an outcome may not hold (secrets, texts, much of it) is read at the moment of speaking; the
# screen in SCREENS_OF_READ gets it as its second value.
READ: dict[type, Callable[[Readings, Any], Awaitable[Any]]] = {
    **announcement_table.READ,
    **evaluating_table.READ,
    **event_table.READ,
    **mentoring_table.READ,
    of_account.MoveOffered: lambda readings, outcome: readings.code(outcome.code),
    of_account.PhoneMoveBegun: lambda readings, outcome: readings.phone_move(outcome.person),
    of_account.PhoneMoveOffered: lambda readings, outcome: readings.phone_move(outcome.person),
    of_organisations.SheetReady: lambda readings, outcome: readings.printed_sheet(outcome.sheet),
    of_tickets.TicketOpened: lambda readings, outcome: readings.ticket_words(outcome.ticket),
    of_tickets.TicketArrived: lambda readings, outcome: readings.ticket_words(outcome.ticket),
    of_tickets.AnswerArrived: lambda readings, outcome: readings.ticket_words(outcome.ticket),
    of_counts.QuestionsShown: lambda readings, it: readings.choice_counts(it.organisation),
    of_counts.AnswersShown: lambda readings, outcome: readings.choice_counts(outcome.organisation),
    of_counts.UsefulnessShown: lambda readings, it: readings.choice_counts(it.organisation),
    of_certificates.CertificateChecked: lambda readings, checked: attended_event(
        readings, checked.kind, checked.about
    ),
    of_certificates.CertificateIssued: lambda readings, outcome: readings.certificate_paper(
        outcome.certificate, outcome.held
    ),
    of_records.MyDataReady: lambda readings, outcome: readings.my_data(outcome.telegram_id),
    of_needs.NeedsReported: lambda readings, outcome: readings.needs_look(outcome.round),
    of_reports.ReachReported: lambda readings, it: readings.reach(it.organisation, it.at),
    of_reports.HomeShown: lambda readings, outcome: readings.course_look(outcome.organisation),
    of_reports.CourseReported: lambda readings, outcome: readings.course_look(outcome.organisation),
}
READ[of_talk.Aside] = lambda readings, aside: read_for(readings, aside.answer)
SCREENS_OF_READ: dict[type, Callable[[Any, Any, View], Screen]] = {
    **announcement_table.SCREENS_OF_READ,
    **evaluating_table.SCREENS_OF_READ,
    **event_table.SCREENS_OF_READ,
    **mentoring_table.SCREENS_OF_READ,
    of_account.MoveOffered: changing_place.move_offered_screen,
    of_account.PhoneMoveBegun: changing_place.phone_move_begun_screen,
    of_account.PhoneMoveOffered: changing_place.phone_move_offered_screen,
    of_organisations.SheetReady: printing.sheet_ready_screen,
    of_tickets.TicketOpened: tickets.ticket_opened_screen,
    of_tickets.TicketArrived: tickets.ticket_arrived_screen,
    of_tickets.AnswerArrived: tickets.answer_arrived_screen,
    of_counts.QuestionsShown: counts.questions_screen,
    of_counts.AnswersShown: counts.answers_screen,
    of_counts.UsefulnessShown: counts.usefulness_screen,
    of_certificates.CertificateChecked: certificates.certificate_checked_screen,
    of_certificates.CertificateIssued: certificates.certificate_screen,
    of_records.MyDataReady: records.my_data_ready_screen,
    of_needs.NeedsReported: needs_report.needs_reported_screen,
    of_reports.ReachReported: reach.reach_screen,
    of_reports.HomeShown: reports.home_screen,
    of_reports.CourseReported: reports.course_report_screen,
    of_talk.Aside: lambda aside, read, view: understanding.aside_screen(
        aside, word(aside.answer, view, read), view
    ),
}


async def read_for(readings: Readings, outcome: object) -> Any:
    """What the screen of `outcome` needs beside it; None for most."""
    read = READ.get(type(outcome))
    return await read(readings, outcome) if read else None


def word(outcome: object, view: View, read: object = None) -> Screen:
    """What a person sees when `outcome` is the case; `read` is what READ read for it.

    Raises KeyError for an outcome nobody is told.
    """
    kind = type(outcome)
    if kind in SCREENS_OF_READ:
        return SCREENS_OF_READ[kind](outcome, read, view)
    return SCREENS[kind](outcome, view)
