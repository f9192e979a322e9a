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
    telling,
    typing_in,
)
from learning.pushes.model import PushKind
from learning.pushes.preparations import Preparations
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
    asks.ShowCode: members.show_code,
    asks.RevokeCode: members.revoke_code,
    asks.OfferRemoval: members.offer_removal,
    asks.RemoveMember: members.remove_member,
    asks.GiveRole: placing.change_role,
    asks.WithdrawRole: placing.change_role,
    asks.OfferDepartments: placing.offer_departments,
    asks.ChangeDepartment: placing.change_department,
    asks.ShowAudit: auditing.show_audit,
    asks.PrepareRemoval: telling.prepare_removal,
    asks.PrepareRole: telling.prepare_role,
}
PREPARATIONS: Preparations = {
    PushKind.REMOVED: asks.PrepareRemoval,
    PushKind.ROLE: asks.PrepareRole,
}
PROMPTS: Prompts = {Prompt.SHEET: PromptKind(asks.AnswerInvitation, typing_in.readiness)}
