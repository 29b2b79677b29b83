"""Every colour, size and distance of the window, in one file. Light is paper and ink; dark is a lamp-lit desk."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Colours:
    """One theme's colours. Text on its own ground has a contrast of 4.5 or more; tests compute it."""

    desk: str  # behind everything
    rail: str  # the filter pane
    surface: str  # cards, fields, lists
    raised: str  # hovered rows, headers of tables
    text: str
    muted: str
    border: str
    accent: str
    on_accent: str
    accent_soft: str
    accent_text: str  # accent as text on surface
    seal: str  # the vermilion of what is at hand
    seal_soft: str
    stamp: str  # the ink of exhibit stamps: quiet, and no colour of trouble
    stamp_soft: str
    danger: str
    danger_soft: str
    warn: str
    warn_soft: str
    ok: str
    ok_soft: str
    focus: str
    shadow: str


LIGHT = Colours(
    desk="#F5F3EE",
    rail="#ECE8DF",
    surface="#FFFFFF",
    raised="#F7F5F0",
    text="#1E2A32",
    muted="#5A6670",
    border="#DDD7CB",
    accent="#0F5C5A",
    on_accent="#FFFFFF",
    accent_soft="#DDECEA",
    accent_text="#0F5C5A",
    seal="#B23A2A",
    seal_soft="#F8E6E1",
    stamp="#3B5578",
    stamp_soft="#E8EDF4",
    danger="#A32A20",
    danger_soft="#FBE7E4",
    warn="#855300",
    warn_soft="#FBEFD5",
    ok="#2C6637",
    ok_soft="#E2F0E3",
    focus="#1A7F7B",
    shadow="#1E2A3218",
)

DARK = Colours(
    desk="#15191C",
    rail="#101416",
    surface="#1D2327",
    raised="#252C31",
    text="#E8E6E0",
    muted="#A3ADB3",
    border="#343D43",
    accent="#2E9A94",
    on_accent="#06201F",
    accent_soft="#173A39",
    accent_text="#6CCBC4",
    seal="#F0836F",
    seal_soft="#3B2320",
    stamp="#A9C1E2",
    stamp_soft="#222D3B",
    danger="#FF9A8C",
    danger_soft="#42211E",
    warn="#EFBE68",
    warn_soft="#3B2E15",
    ok="#8FD19A",
    ok_soft="#1D3423",
    focus="#5CC9C2",
    shadow="#00000060",
)


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes in logical pixels at 100 % text."""

    caption: int = 12
    body: int = 14
    strong: int = 15
    heading: int = 17
    title: int = 22
    display: int = 28


SCALE = Scale()

# Distances between things, in logical pixels: a step of four.
XS, S, M, L, XL, XXL = 4, 8, 12, 16, 24, 36
RADIUS = 10
RADIUS_SMALL = 6
FAMILY = "Noto Sans SC"
