"""Screenshots of a chat: which exhibits are some, and what makes them hold (ticked by the person, item by item)."""

from __future__ import annotations

import re

from walletcase.domain.case import CaseRecord
from walletcase.domain.evidence import Evidence

# Ticks of the checklist stand among those of the steps under a key that no step of a playbook may have.
TICKS = "@chat"
ITEMS = ("profiles", "whole", "dates", "phone")  # their words: resources/i18n/chat_checklist.toml
_SAYS_CHAT = re.compile(r"聊天|微信|企微|客服对话|对话截图|\bchats?\b|wechat|whatsapp|messenger", re.IGNORECASE)


def is_chat(item: Evidence) -> bool:
    """Whether an exhibit is a picture that the person, or its file name, calls one of a chat."""
    said = (item.title, item.source, item.original_name, item.proves)
    return item.media.media_type.startswith("image/") and any(_SAYS_CHAT.search(text) for text in said)


def chats_in(record: CaseRecord) -> tuple[Evidence, ...]:
    """Return the live screenshots of chats, by number."""
    return tuple(item for item in record.live_evidence if is_chat(item))


def still_open(record: CaseRecord) -> tuple[str, ...]:
    """Return what of the checklist is not ticked; nothing where there is no screenshot of a chat."""
    if not chats_in(record):
        return ()
    return tuple(item for item in ITEMS if (TICKS, item) not in record.ticks)
