"""Starts the window: nothing but widgets before the first picture, then the data folder, then the rooms."""

from __future__ import annotations

import argparse
import logging
import sys
import threading
from collections.abc import Sequence
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


def _options(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="walletcase", description="Open the window; FILEs are offered as evidence.")
    parser.add_argument("--data-dir", type=Path, help="folder that holds the data")
    parser.add_argument("--lang", choices=("zh_CN", "en"), default="", help="language of the window")
    parser.add_argument("files", metavar="FILE", nargs="*", type=Path)
    return parser.parse_args(given)


def main(given: Sequence[str]) -> int:
    """Open the window and return the exit code."""
    options = _options(given)
    folders = Folders((options.data_dir or default_data_folder()).expanduser())
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
        if lock.take():
            return _run(app, folders, options)
        if instance.call_first(folders.data, options.files):
            return Exit.DONE
        return _refuse(UserError("store_in_use", exit_code=Exit.REFUSED, folder=folders.data))
    except OSError as error:
        return _refuse(UserError("store_unwritable", exit_code=Exit.REFUSED, folder=error.filename or folders.data))
    except UserError as error:
        return _refuse(error)
    finally:
        lock.release()


def _run(app: QApplication, folders: Folders, options: argparse.Namespace) -> int:
    from walletcase.infra import logs
    from walletcase.infra.settings import SettingsFile
    from walletcase.ui.look import icons
    from walletcase.ui.look.theme import Theme, load_fonts
    from walletcase.ui.shell.i18n import Translators, choose
    from walletcase.ui.shell.instance import FirstInstance
    from walletcase.ui.window.view import MainWindow, is_dark

    logs.start(folders.logs)
    settings_file = SettingsFile(folders.settings)
    settings = settings_file.load()
    load_fonts()
    theme = Theme(is_dark(settings.theme), settings.text_percent)
    theme.apply(app)
    app.setWindowIcon(icons.app_icon())
    translators = Translators()
    translators.switch(choose(options.lang or settings.language))
    window = MainWindow(theme, translators, settings_file, settings)
    first = FirstInstance(folders.data, window)
    first.called.connect(window.raise_with)
    _catch_bugs(window)
    window.show()
    _furnish_soon(window, folders.data, options.files)
    code = app.exec()
    first.close()
    return code


def _furnish_soon(window: MainWindow, data_folder: Path, files: list[Path]) -> None:
    """Open the data folder off the window's thread once the empty window has been painted."""
    from PySide6.QtCore import QTimer

    from walletcase.ui.shell.tasks import PoolLane

    db, pool = PoolLane(1, window), PoolLane(2, window)

    def build(job: Job) -> Services:
        from walletcase import bootstrap

        return bootstrap.build(data_folder)

    def furnish(services: Services) -> None:
        window.furnish(services, db, pool)
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


def _refuse(error: UserError) -> int:
    """Say why the window can't open: in a box, and on the terminal for whoever started it there."""
    from PySide6.QtWidgets import QWidget

    from walletcase.infra.texts import error_text
    from walletcase.ui.shell.dialogs import Dialogs
    from walletcase.ui.shell.i18n import choose

    language = choose("")
    sys.stderr.write(f"walletcase: {error_text(error, language).line}\n")
    Dialogs(QWidget(), language).tell_failure(error)
    return int(error.exit_code)
