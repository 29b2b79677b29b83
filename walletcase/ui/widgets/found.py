"""Puts the cursor on the words that were searched for, in a field or a longer text."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from walletcase.domain.matching import places


def stretch(text: str, query: str) -> tuple[int, int] | None:
    """Return (start, end) of the first place of a query in a text, as Qt counts characters; None if it isn't there."""
    found = next(places(text, query), None)
    if found is None:
        return None
    start, end = (len(text[:place].encode("utf-16-le", "surrogatepass")) // 2 for place in found)
    return start, end


def select_found(widget: QWidget, query: str) -> bool:
    """Select the first place of a query in a field, or in the first field inside a widget that holds it.

    Returns whether there is one; it has the keys then.
    """
    fields = [widget, *widget.findChildren(QWidget)]
    return any(_select(field, query) for field in fields)


def _select(field: QWidget, query: str) -> bool:
    if isinstance(field, QLineEdit):
        found = stretch(field.text(), query)
        if found is None:
            return False
        field.setFocus()
        field.setSelection(found[0], found[1] - found[0])
        return True
    if not isinstance(field, QPlainTextEdit | QTextEdit):
        return False
    found = stretch(field.toPlainText(), query)
    if found is None:
        return False
    cursor = field.textCursor()
    cursor.setPosition(found[0])
    cursor.setPosition(found[1], QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    field.setFocus()
    field.ensureCursorVisible()
    return True
