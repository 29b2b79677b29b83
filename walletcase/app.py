"""Starts the window: nothing but widgets before the first picture, then the data folder, then the rooms."""

from __future__ import annotations

import argparse
import gc
import logging
import os
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from walletcase.domain.errors import Exit, UserError
from walletcase.infra.lock import FolderLock
from walletcase.infra.paths import Folders, default_data_folder

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from walletcase.services.facade import Services
    from walletcase.ui.shell.tasks import Job
    from walletcase.ui.window.view import MainWindow

_LOG = logging.getLogger(__name__)
_PATIENCE_MS = 3000
_RETRY_MS = 100


def _options(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="walletcase", description="Open the window; FILEs are offered as evidence.")
    parser.add_argument("--data-dir", type=Path, help="folder that holds the data")
    parser.add_argument("--lang", choices=("zh_CN", "en"), default="", help="language of the window")
    parser.add_argument("files", metavar="FILE", nargs="*", type=Path)
    return parser.parse_args(given)


def main(given: Sequence[str]) -> int:
    """Open the window and return the exit code."""
    gc.disable()  # looking through all that is being imported takes a third of the start; later Collecting does it
    options = _options(given)
    folders = Folders(Path(os.path.expanduser(options.data_dir or default_data_folder())))
    from PySide6.QtWidgets import QApplication

    from walletcase.ui.shell import input_method, instance

    input_method.prepare_process()
    app = QApplication.instance() or QApplication(["walletcase"])
    assert isinstance(app, QApplication)
    app.setApplicationName("WalletCase")
    app.setDesktopFileName("walletcase")
    lock = FolderLock(folders.lock)
    try:
        folders.create()
        if not _take_or_call(lock, lambda: instance.call_first(folders.data, options.files)):
            return Exit.DONE
        return _run(app, folders, options)
    except OSError as error:
        refused = UserError("store_unwritable", exit_code=Exit.REFUSED, folder=error.filename or folders.data)
        return _refuse(app, refused, options.lang)
    except UserError as error:
        return _refuse(app, error, options.lang)
    finally:
        gc.enable()
        lock.release()


def _take_or_call(lock: FolderLock, call_first: Callable[[], bool]) -> bool:
    """Take the folder (True) or hand over to the window that has it (False).

    Whoever has it may be on its way up or out, or a command that ends soon: try for a while. Raises
    UserError("store_in_use").
    """
    from PySide6.QtCore import QDeadlineTimer, QThread

    patience = QDeadlineTimer(_PATIENCE_MS)
    while not lock.take():
        if call_first():
            return False
        if patience.hasExpired():
            lock.refuse()
        QThread.msleep(_RETRY_MS)
    return True


def _run(app: QApplication, folders: Folders, options: argparse.Namespace) -> int:
    from walletcase.infra import logs
    from walletcase.infra.settings import SettingsFile
    from walletcase.ui.look import icons
    from walletcase.ui.look.theme import Theme, load_fonts
    from walletcase.ui.shell.i18n import Translators, choose
    from walletcase.ui.shell.instance import FirstInstance
    from walletcase.ui.window.view import MainWindow, is_dark

    logs.start(folders.logs)
    first = FirstInstance(folders.data, app)  # before all that takes time: a second start looks for it
    settings_file = SettingsFile(folders.settings)
    settings = settings_file.load()
    load_fonts()
    theme = Theme(is_dark(settings.theme), settings.text_percent)
    theme.apply(app)
    app.setWindowIcon(icons.app_icon())
    translators = Translators()
    translators.switch(choose(options.lang or settings.language))
    window = MainWindow(theme, translators, settings_file, settings)
    offered = list(options.files)

    def raise_with(files: list[Path]) -> None:
        if window.journeys is None:  # not furnished yet: they are offered once it is
            offered.extend(files)
            files = []
        window.raise_with(files)

    first.called.connect(raise_with)
    _catch_bugs(window)
    window.show()
    _furnish_soon(window, folders, offered)
    code = app.exec()
    first.close()
    return code


def _furnish_soon(window: MainWindow, folders: Folders, files: list[Path]) -> None:
    """Open the data folder off the window's thread once the empty window has been painted."""
    from PySide6.QtCore import QTimer

    from walletcase.ui.shell.collecting import Collecting
    from walletcase.ui.shell.tasks import PoolLane

    db, pool = PoolLane(1, window), PoolLane(2, window)

    def build(job: Job) -> Services:
        from walletcase import bootstrap

        folders.clear_temp()
        return bootstrap.build(folders.data)

    def furnish(services: Services) -> None:
        window.furnish(services, db, pool)
        gc.freeze()  # what is there now stays; the collector need not look at it again
        Collecting(window)
        if files:
            QTimer.singleShot(0, lambda: window.raise_with(files))

    def failed(error: BaseException) -> None:
        from walletcase.ui.shell.dialogs import Dialogs

        Dialogs(window, window.language).tell_failure(error)
        window.close()

    QTimer.singleShot(0, lambda: db.run(build, furnish, failed, window))


def _catch_bugs(window: MainWindow) -> None:
    """Show a fault of ours once, on the window's thread; the program goes on."""
    from PySide6.QtCore import QObject, Signal

    from walletcase.ui.shell.dialogs import Dialogs

    class Carrier(QObject):
        raised = Signal(object)

    carrier = Carrier(window)
    dialogs = Dialogs(window, window.language)
    # A lambda: the signal alone would not keep the dialogs alive.
    carrier.raised.connect(lambda error: dialogs.tell_failure(error))

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, KeyboardInterrupt):
            window.close()
            return
        carrier.raised.emit(error)

    def thread_hook(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            carrier.raised.emit(args.exc_value)

    sys.excepthook = hook
    threading.excepthook = thread_hook


def _refuse(app: QApplication, error: UserError, wanted: str) -> int:
    """Say why the window can't open: in a box, and on the terminal for whoever started it there."""
    from PySide6.QtWidgets import QWidget

    from walletcase.infra.texts import error_text
    from walletcase.ui.look.theme import Theme, load_fonts
    from walletcase.ui.shell.dialogs import Dialogs
    from walletcase.ui.shell.i18n import Translators, choose

    language = choose(wanted)
    if sys.stderr is not None:  # a program without a console has none
        sys.stderr.write(f"walletcase: {error_text(error, language).line}\n")
    load_fonts()
    Theme().apply(app)
    translators = Translators()
    translators.switch(language)
    Dialogs(QWidget(), language).tell_failure(error)
    return int(error.exit_code)
