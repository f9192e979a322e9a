"""One simulated Telegram with one bot: its parts joined, and how its messages look."""

from dataclasses import dataclass, field
from pathlib import Path

from simulator.callbacks import Callbacks
from simulator.chats import Chat, Chats
from simulator.clock import Clock, MachineNow
from simulator.connections import Connections
from simulator.events import Events
from simulator.faults import Faults
from simulator.files import Files
from simulator.messages import Message, Messages
from simulator.phones import Phones
from simulator.play import Player
from simulator.polling import Polling
from simulator.polls import Polls
from simulator.profile import Profile
from simulator.rates import Rates
from simulator.store import Json, Store
from simulator.updates import Updates
from simulator.webhook import Webhook

FIRST_NAME = "Simulated bot"
USERNAME = "simulated_bot"


@dataclass(frozen=True, slots=True)
class Options:
    """``rate``: a profile of simulator.rates; ``speed``: programme seconds a machine second."""

    state: Path
    token: str = "100001:SIM"
    rate: str = "unlimited"
    speed: float = 1.0
    webhook_retry_seconds: float = 2.0


@dataclass
class Simulation:
    token: str
    store: Store
    clock: Clock
    rates: Rates
    updates: Updates
    phones: Phones
    chats: Chats
    messages: Messages
    polls: Polls
    files: Files
    callbacks: Callbacks
    profile: Profile
    polling: Polling
    webhook: Webhook
    faults: Faults
    events: Events
    player: Player
    connections: Connections = field(default_factory=Connections)

    @property
    def bot_id(self) -> int:
        return int(self.token.partition(":")[0])

    def bot_user(self) -> Json:
        name = self.profile.text("name", "") or FIRST_NAME
        return {"id": self.bot_id, "is_bot": True, "first_name": name, "username": USERNAME}

    def today(self) -> int:
        """Programme time in whole seconds, as messages are dated."""
        return int(self.clock.now())

    def user(self, user_id: int) -> Json:
        return self.bot_user() if user_id == self.bot_id else self.phones.get(user_id).user()

    def message_shape(self, message: Message, chat: Chat, with_reply: bool = True) -> Json:
        """The Bot API's Message."""
        shape: Json = {
            "message_id": message.message_id,
            "from": self.user(message.sender_id),
            "chat": chat.shape(),
            "date": message.date,
            **message.content,
        }
        if "poll" in shape:
            shape["poll"] = self.polls.shape(self.polls.get(shape["poll"]), self.clock.now())
        if message.edit_date:
            shape["edit_date"] = message.edit_date
        if message.buttons:
            shape["reply_markup"] = message.markup
        replied = self.messages.find(chat.id, message.reply_to) if with_reply else None
        if replied:
            shape["reply_to_message"] = self.message_shape(replied, chat, with_reply=False)
        return shape

    def announce(self, chat_id: int, seq: int) -> None:
        self.events.publish({"chat_id": chat_id, "seq": seq})

    def close(self) -> None:
        """End open streams and polls, so that the server can stop at once."""
        self.player.stop("the simulator stops")
        self.polling.end("the simulator stops")
        self.events.close()
        self.webhook.stop()


def open_simulation(options: Options, machine: MachineNow) -> Simulation:
    """Raises StateInUse when another simulator holds the state file."""
    store = Store(options.state)
    clock = Clock(store, machine, options.speed)
    updates = Updates(store, machine)
    phones = Phones(store)
    events = Events()
    faults = Faults()
    polling = Polling(updates)
    return Simulation(
        token=options.token,
        store=store,
        clock=clock,
        rates=Rates(options.rate),
        updates=updates,
        phones=phones,
        chats=Chats(store, phones),
        messages=Messages(store),
        polls=Polls(store),
        files=Files(store),
        callbacks=Callbacks(store, machine),
        profile=Profile(store),
        polling=polling,
        webhook=Webhook(store, updates, faults, machine, options.webhook_retry_seconds),
        faults=faults,
        events=events,
        player=Player(store, clock, events),
    )
