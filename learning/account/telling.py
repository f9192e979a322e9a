"""Asks that change nothing: help, about, the notice, and what the bot does not read."""

from datetime import datetime

from learning.account import asks
from learning.account import outcomes as o
from learning.account.model import Actor


async def show_help(ask: asks.ShowHelp, actor: Actor, now: datetime) -> o.HelpShown:
    return o.HelpShown(actor.roles)


async def show_about(ask: asks.ShowAbout, actor: Actor, now: datetime) -> o.AboutShown:
    return o.AboutShown()


async def show_notice(ask: asks.ShowNotice, actor: Actor, now: datetime) -> o.NoticeShown:
    return o.NoticeShown()


async def read_only_text(ask: asks.SendSomethingElse, actor: Actor, now: datetime) -> o.OnlyText:
    return o.OnlyText()


async def see_edit(ask: asks.EditMessage, actor: Actor, now: datetime) -> o.EditSeen:
    return o.EditSeen()


async def stay_private(ask: asks.SpeakInGroup, actor: Actor, now: datetime) -> o.PrivateOnly:
    return o.PrivateOnly()


async def outdate(ask: asks.PressOutdated, actor: Actor, now: datetime) -> o.ButtonOutdated:
    return o.ButtonOutdated()


async def note_return(ask: asks.ComeBack, actor: Actor, now: datetime) -> None:
    """`perform` has taken the person back already, as with every other ask."""
