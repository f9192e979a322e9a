"""Ask → use case."""

from learning.ask import UseCases
from learning.organisations import (
    asks,
    auditing,
    importing,
    inviting,
    keeping_sheets,
    members,
    placing,
    typing_in,
)
from learning.talk.model import Prompt
from learning.talk.prompts import PromptKind, Prompts

USE_CASES: UseCases = {
    asks.Invite: inviting.invite,
    asks.ChooseDepartment: inviting.choose_department,
    asks.ChooseRole: inviting.choose_role,
    asks.ChooseChannel: inviting.choose_channel,
    asks.ChooseNumber: inviting.choose_number,
    asks.AnswerInvitation: inviting.answer_invitation,
    asks.MakeSheet: inviting.make_sheet,
    asks.ShowSheets: keeping_sheets.show_sheets,
    asks.ShowSheet: keeping_sheets.show_sheet,
    asks.PrintSheet: keeping_sheets.print_sheet,
    asks.OfferSheetRevocation: keeping_sheets.offer_revocation,
    asks.RevokeSheet: keeping_sheets.revoke_sheet,
    asks.OfferFile: importing.welcome_file,
    asks.ReadRoster: importing.read,
    asks.ConfirmRoster: importing.confirm,
    asks.DropRoster: importing.drop,
    asks.LookUpCode: members.look_up_code,
    asks.RevokeCode: members.revoke_code,
    asks.OfferRemoval: members.offer_removal,
    asks.RemoveMember: members.remove_member,
    asks.GiveRole: placing.change_role,
    asks.WithdrawRole: placing.change_role,
    asks.OfferDepartments: placing.offer_departments,
    asks.ChangeDepartment: placing.change_department,
    asks.ShowAudit: auditing.show_audit,
}
PROMPTS: Prompts = {Prompt.SHEET: PromptKind(asks.AnswerInvitation, typing_in.readiness)}
