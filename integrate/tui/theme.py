"""How it looks: a dark, quiet room. No red anywhere."""

from typing import Final

from textual.theme import Theme

CALM_DARK: Final = Theme(
    name="calm-dark",
    primary="#93b8ad",
    secondary="#9fb0bf",
    accent="#d9bd92",
    success="#93b8ad",
    warning="#d9bd92",
    error="#d3a88f",
    foreground="#d8dad3",
    background="#15191b",
    surface="#1b2023",
    panel="#252c2f",
    boost="#20272a",
    dark=True,
    variables={
        "text-muted": "#98a29c",
        "text-disabled": "#6f7975",
        "border": "#5d7069",
        "border-blurred": "#394346",
        "block-cursor-background": "#2e3a39",
        "block-cursor-foreground": "#e6e8e1",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#20272a",
        "block-cursor-blurred-foreground": "#d8dad3",
        "block-hover-background": "#20272a",
        "input-cursor-background": "#d8dad3",
        "input-cursor-foreground": "#15191b",
        "input-selection-background": "#3c5450",
        "scrollbar": "#394346",
        "scrollbar-hover": "#5d7069",
        "scrollbar-active": "#5d7069",
        "scrollbar-background": "#15191b",
        "scrollbar-background-hover": "#15191b",
        "scrollbar-background-active": "#15191b",
        "scrollbar-corner-color": "#15191b",
    },
)
"""The default theme. Every pair of text and ground has a contrast of at least 4.5 to 1."""
