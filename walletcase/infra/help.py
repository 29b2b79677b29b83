"""The pages of the help, from resources/help."""

from __future__ import annotations

from walletcase.domain.help_pages import HelpPage
from walletcase.domain.text import Text
from walletcase.infra import resources


class HelpFiles:
    """Reads the list of pages once, each page when it is looked at."""

    def pages(self) -> tuple[HelpPage, ...]:
        """Return all pages in their order."""
        return tuple(
            HelpPage(page["key"], Text(**page["title"]), tuple(page.get("steps", ())))
            for page in resources.toml("help", "pages.toml")["page"]
        )

    def text(self, key: str, language: str) -> str:
        """Return a page's Markdown. Raises FileNotFoundError for a key that is no page's."""
        folder = "zh_CN" if language == "zh_CN" else "en"
        return resources.path("help", folder, f"{key}.md").read_text(encoding="utf-8")
