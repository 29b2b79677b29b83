"""The window's language: English in the sources, Chinese from the compiled catalogue, switched while running."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from walletcase.infra import resources

LANGUAGES = {"zh_CN": "中文", "en": "English"}
translate = QCoreApplication.translate


def choose(wanted: str) -> str:
    """Return the language to use: the one wanted, or the machine's ("" is given): Chinese if it is, else English."""
    if wanted in LANGUAGES:
        return wanted
    return "zh_CN" if QLocale.system().language() == QLocale.Language.Chinese else "en"


class Translators:
    """The catalogues in force."""

    def __init__(self) -> None:
        self._loaded: list[tuple[QTranslator, bytes]] = []  # Qt reads the bytes, it does not copy them
        self.language = "en"

    def clear(self) -> None:
        """Take all catalogues out of force."""
        for old, _ in self._loaded:
            QCoreApplication.removeTranslator(old)
        self._loaded.clear()

    def switch(self, language: str) -> None:
        """Put a language in force; widgets made from now on speak it."""
        self.clear()
        self.language = language
        QLocale.setDefault(QLocale(language))
        ours = str(resources.folder() / "i18n")
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        places = [(f"walletcase_{language}", ours)]  # English has a catalogue too: of its plurals
        if language != "en":
            places.insert(0, (f"qtbase_{language}", qt))
        for name, folder in places:
            file = Path(folder) / f"{name}.qm"
            # From bytes: Qt maps a file into memory and reads what becomes of it while it is replaced.
            content = file.read_bytes() if file.exists() else b""
            translator = QTranslator()
            if content and translator.load(content):
                QCoreApplication.installTranslator(translator)
                self._loaded.append((translator, content))
