"""The window's language: English in the sources, Chinese from the compiled catalogue, switched while running."""

from __future__ import annotations

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
        self._loaded: list[QTranslator] = []
        self.language = "en"

    def switch(self, language: str) -> None:
        """Put a language in force; widgets made from now on speak it."""
        for old in self._loaded:
            QCoreApplication.removeTranslator(old)
        self._loaded.clear()
        self.language = language
        QLocale.setDefault(QLocale(language))
        ours = str(resources.folder() / "i18n")
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        places = [(f"walletcase_{language}", ours)]  # English has a catalogue too: of its plurals
        if language != "en":
            places.insert(0, (f"qtbase_{language}", qt))
        for name, folder in places:
            translator = QTranslator()
            if translator.load(name, folder):
                QCoreApplication.installTranslator(translator)
                self._loaded.append(translator)
