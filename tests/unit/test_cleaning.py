"""What of an update is stored: of a document just what fetching it needs."""

import json
from typing import Any

import pytest

from bot.intake.cleaning import CannotRead, NothingSaid, clean

USER = {"id": 7, "is_bot": False, "first_name": "Anna", "username": "anna", "language_code": "el"}
CHAT = {"id": 7, "type": "private", "first_name": "Anna"}
DOCUMENT = {
    "file_id": "BQAC",
    "file_unique_id": "AgAD",
    "file_name": "list.csv",
    "mime_type": "text/csv",
    "file_size": 120,
    "thumbnail": {"file_id": "AAMC", "width": 320},
}


def message(**content: Any) -> dict[str, Any]:
    return {
        "update_id": 1,
        "message": {"message_id": 5, "date": 1_790_000_000, "chat": CHAT, "from": USER, **content},
    }


def stored(raw: dict[str, Any]) -> dict[str, Any]:
    body: dict[str, Any] = json.loads(clean(raw).body)["message"]
    return body


BOLD = {"type": "bold", "offset": 0, "length": 4}


def test_a_document_keeps_its_id_name_kind_size_and_what_was_written_below_it() -> None:
    kept = stored(message(document=DOCUMENT, caption="Names of my staff"))
    assert kept["document"] == {
        "file_id": "BQAC",
        "file_unique_id": "",
        "file_name": "list.csv",
        "mime_type": "text/csv",
        "file_size": 120,
    }
    assert kept["caption"] == "Names of my staff"
    assert "Anna" not in json.dumps(kept)


def test_of_a_picture_the_largest_size_is_kept_and_of_a_voice_no_caption() -> None:
    sizes = [{"file_id": each, "file_unique_id": "x", "width": 9} for each in ("small", "large")]
    kept = stored(message(photo=sizes, caption="Look", caption_entities=[BOLD]))
    assert [size["file_id"] for size in kept["photo"]] == ["large"]
    assert kept["caption_entities"] == [BOLD]
    assert "caption" not in stored(message(voice={"file_id": "v"}, caption="Listen"))


def test_a_document_may_come_without_a_name() -> None:
    kept = stored(message(document={"file_id": "BQAC", "file_unique_id": "AgAD"}))
    assert kept["document"] == {"file_id": "BQAC", "file_unique_id": ""}


@pytest.mark.parametrize(
    "document", [{}, {"file_id": 7}, {"file_id": "B", "file_size": "120"}, "list.csv", [1]]
)
def test_a_document_of_another_shape_is_unreadable(document: Any) -> None:
    with pytest.raises(CannotRead):
        clean(message(document=document or {"file_name": "list.csv"}))


@pytest.mark.parametrize(
    "noted",
    [
        {"new_chat_members": [USER]},
        {"left_chat_member": USER},
        {"pinned_message": {"message_id": 4}},
        {"new_chat_title": "Desk"},
        {"migrate_to_chat_id": -100},
        {},
    ],
    ids=str,
)
def test_what_the_messenger_notes_in_a_chat_is_no_message_of_anybody(noted: Any) -> None:
    with pytest.raises(NothingSaid):
        clean(message(**noted))


@pytest.mark.parametrize("said", ["sticker", "voice", "photo", "poll", "location", "checklist"])
def test_whatever_somebody_sends_is_a_message(said: str) -> None:
    assert clean(message(**{said: {"any": "thing"}})).source is not None
