"""For whom, where and when something is worded."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.screens.html import Html, escape, marked_up, unmarked
from bot.screens.speech import Speech
from learning.course.curriculum import Curriculum
from learning.course.words import Words


@dataclass(frozen=True)
class View(Speech):
    """`zone` is an IANA name; `country` an ISO 3166 code in small letters.

    Course text comes in `language`, else in the first of `fallbacks` it exists in.
    `bot_username` is what links to the bot carry; `contact` is where the operator is reached;
    `public_url` is where the web page for certificates is.
    `send_rate` is how many messages a second go out at most.
    """

    zone: str
    now: datetime
    curriculum: Curriculum
    country: str | None = None
    fallbacks: tuple[str, ...] = ()
    bot_username: str = ""
    contact: str | None = None
    send_rate: float = 27.0
    public_url: str | None = None

    @property
    def local_now(self) -> datetime:
        return self.now.astimezone(ZoneInfo(self.zone))

    def course(self, words: Words) -> Html:
        """Course text with its markup."""
        return marked_up(self._chosen(words))

    def plain(self, words: Words) -> str:
        """Course text for a button."""
        return unmarked(self._chosen(words))

    def name(self, words: Words) -> Html:
        """A title or a name, without markup."""
        return escape(self.plain(words))

    def title_of(self, content_id: str) -> Html | None:
        """The title of a lesson or scenario; None when the course no longer has it."""
        contents = self.curriculum.lessons, self.curriculum.scenarios
        found = (content[content_id] for content in contents if content_id in content)
        return next((self.name(each.title) for each in found), None)

    def _chosen(self, words: Words) -> str:
        return words.for_reader(self.language, *self.fallbacks, "en")
