"""Ask → use case."""

from learning.account import (
    arrive,
    asks,
    changing_place,
    changing_time,
    choose_setting,
    new_phone,
    pausing,
    telling,
)
from learning.ask import UseCases

USE_CASES: UseCases = {
    asks.Arrive: arrive.arrive,
    asks.ConfirmMove: changing_place.confirm_move,
    asks.OfferLeave: changing_place.offer_leave,
    asks.Leave: changing_place.confirm_leave,
    asks.OfferPhoneMove: new_phone.offer_phone_move,
    asks.MovePhone: new_phone.move_phone,
    asks.ShowDefaults: choose_setting.show_settings,
    asks.ShowSettings: choose_setting.show_settings,
    asks.ShowChoices: choose_setting.show_choices,
    asks.ChooseSetting: choose_setting.choose_setting,
    asks.OfferTime: changing_time.offer_time,
    asks.ChangeTime: changing_time.change_time,
    asks.OfferPauseUntil: pausing.offer_pause_until,
    asks.PauseUntil: pausing.pause_until,
    asks.OfferPause: pausing.offer_pause,
    asks.OfferPauseEnd: pausing.offer_pause_end,
    asks.Pause: pausing.pause,
    asks.Resume: pausing.resume,
    asks.OfferSnooze: pausing.offer_snooze,
    asks.Snooze: pausing.snooze,
    asks.ShowHelp: telling.show_help,
    asks.ShowAbout: telling.show_about,
    asks.ShowNotice: telling.show_notice,
    asks.SendSomethingElse: telling.read_only_text,
    asks.EditMessage: telling.see_edit,
    asks.SpeakInGroup: telling.stay_private,
    asks.PressOutdated: telling.outdate,
    asks.ComeBack: telling.note_return,
}
