"""Values that nobody should send, and texts that somebody will."""

from typing import Any

from hypothesis import strategies as st

ODD_TEXTS = (
    "",
    " ",
    "\x00",
    "a\x00b",
    "\ud800",
    "half \udc00 a pair",
    "x" * 4096,
    "x" * 4097,
    "👩‍👩‍👧‍👦" * 500,
    "\u202eright to left\u202c",
    "مرحبا بك في البلدية",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢",
    "<b>not ours</b> &amp; <tg-spoiler>",
    "{title} %s %(n)s ${x}",
    "'; DROP TABLE persons; --",
    "１２",
    "²",
    "1e400",
    "-0",
    "nan",
    "9" * 5000,
    "/",
    "/ /",
    "/start",
    "/start \ud800",
    "/start \x00",
    "/start " + "x" * 500,
    "/start a b c",
    "/lesson@somebody_else",
    "/héllo",
    "/lesson 7",
)
DEEPEST = 900

texts = st.one_of(
    st.sampled_from(ODD_TEXTS),
    st.text(st.characters(), max_size=60),  # lone surrogates too
    st.text("abcdefghijkl0123456789 .,-", max_size=6),
    st.text("/start abc", min_size=1, max_size=12).map("/".__add__),
)

numbers = st.one_of(
    st.integers(-3, 3),
    st.sampled_from([2**31, 2**32, 2**53, 2**63 - 1, 2**63, -(2**63), 2**64, 10**400]),
    st.integers(),
)

values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | numbers | st.floats() | texts,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["id", "type", "text", "chat", "from"]), inner)
        | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=8,
)


class Deep:
    """A list in a list in a list: built late, because printing it would fail as well."""

    def __init__(self, depth: int) -> None:
        self._depth = depth

    def __repr__(self) -> str:
        return f"Deep({self._depth})"

    def built(self) -> Any:
        built: Any = []
        for _ in range(self._depth):
            built = [built]
        return built


deep = st.integers(1, DEEPEST).map(Deep)
anything = values | deep
