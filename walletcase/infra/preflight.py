"""Looks, before anything else is imported, for what the app needs and this machine lacks.

Standard library only, and readable by an old Python: it must be able to say that Python is too old.
"""

import ctypes
import ctypes.util
import importlib.metadata
import importlib.util
import os
import platform
import shutil
import subprocess
import sys

OLDEST = (3, 11)
# import name: what pip calls it
PACKAGES = {
    "PySide6": "PySide6-Essentials",
    "sqlalchemy": "SQLAlchemy",
    "alembic": "alembic",
    "reportlab": "reportlab",
    "_rl_accel": "rl_accel",
    "pikepdf": "pikepdf",
    "pypdfium2": "pypdfium2",
    "PIL": "Pillow",
    "appdirs": "appdirs",
    "psutil": "psutil",
    "pi_heif": "pi-heif",
    "tinytag": "tinytag",
    "miniaudio": "miniaudio",
    "sqlcipher3": "sqlcipher3",
    "chinese_calendar": "chinesecalendar",
    "holidays": "holidays",
    "jinja2": "Jinja2",
    "docx": "python-docx",
    "icalendar": "icalendar",
    "rfc3161_client": "rfc3161-client",
    "cryptography": "cryptography",
}
# These have wheels for some machines only; elsewhere the standard library and reportlab's own Python do the work.
WHEELS_ONLY = ("sqlcipher3", "_rl_accel")
WHEEL_MACHINES = ("x86_64", "AMD64", "arm64", "aarch64")
WINDOW_ONLY = ("PySide6",)
# shared library: the Debian and Ubuntu package that brings it
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
}
X11_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libX11-xcb.so.1": "libx11-xcb1",
}


def old_python() -> "list[tuple[str, str]]":
    """Return a line if this Python is too old to read the rest of the program; empty if it is not."""
    if sys.version_info[:2] >= OLDEST:
        return []
    found = "%d.%d" % sys.version_info[:2]
    return [
        (
            "需要 Python 3.11 或更新的版本，这里是 %s。请从 python.org 或系统的软件源安装。" % found,
            "Python 3.11 or newer is needed; this is %s. Install it from python.org or your system." % found,
        )
    ]


def look(window: bool, environment: "dict[str, str] | None" = None) -> "list[tuple[str, str]]":
    """Return what is missing, a list of (Chinese, English) lines; empty when the program can start.

    Without a ``window``, for a command of the command line, neither Qt nor a screen is asked for.
    """
    environment = dict(os.environ) if environment is None else environment
    return old_python() or missing_packages(window) or (window_problems(environment) if window else [])


def missing_packages(window: bool) -> "list[tuple[str, str]]":
    """Return a line naming the packages that are not installed and the command that brings them."""
    has_wheels = platform.machine() in WHEEL_MACHINES
    left_out = [*(() if window else WINDOW_ONLY), *(() if has_wheels else WHEELS_ONLY)]
    wanted = [name for name in PACKAGES if name not in left_out]
    missing = [PACKAGES[name] for name in wanted if importlib.util.find_spec(name) is None]
    if not missing:
        return []
    folder = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    brings = [folder] if os.path.exists(os.path.join(folder, "pyproject.toml")) else missing
    command = '"%s" -m pip install %s' % (sys.executable, " ".join('"%s"' % name for name in brings))
    names = ", ".join(missing)
    return [
        (
            "缺少 Python 软件包：%s。\n请运行：%s" % ("、".join(missing), command),
            "These Python packages are missing: %s.\nThis command brings them: %s" % (names, command),
        )
    ]


def window_problems(environment: "dict[str, str]") -> "list[tuple[str, str]]":
    """Return why no window can be opened here."""
    bad = bad_pair(_qt_version(), sys.version_info[:2])
    if bad:
        return [bad]
    if not sys.platform.startswith("linux"):
        return []
    screen = environment.get("QT_QPA_PLATFORM", "")
    if not screen and not environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY"):
        command = own_command() + " list"
        return [
            (
                "没有可用的屏幕。可以使用命令行，例如：%s" % command,
                "There is no screen. The command line works without one, for example: %s" % command,
            )
        ]
    wanted = dict(LIBRARIES)
    if not screen.startswith(("offscreen", "minimal", "wayland")) and environment.get("DISPLAY"):
        wanted.update(X11_LIBRARIES)
    return missing_libraries(wanted)


def _qt_version() -> str:
    for name in ("PySide6_Essentials", "PySide6"):
        try:
            return importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return ""  # a frozen build may carry no word of it, and was tried before it was shipped


def own_command() -> str:
    """Return what its owner types to start this program: a checkout's main.py, the installed command, a frozen file."""
    if getattr(sys, "frozen", False):
        return '"%s"' % sys.executable
    return "python main.py" if os.path.basename(sys.argv[0]) == "main.py" else "walletcase"


def bad_pair(qt: str, python: "tuple[int, ...]") -> "tuple[str, str] | None":
    """Return a line if this PySide6 kills this Python, else None.

    PySide6 6.12.0 drops a reference to None on each call that returns None; Python 3.12 made None immortal.
    """
    if qt.split(".")[:2] == ["6", "12"] and python < (3, 12):
        command = '"%s" -m pip install "PySide6-Essentials>=6.8,<6.12"' % sys.executable
        return (
            "PySide6 %s 在 Python 3.11 上会崩溃。\n请运行：%s" % (qt, command),
            "PySide6 %s crashes on Python 3.11.\nThis command mends it: %s" % (qt, command),
        )
    return None


def missing_libraries(wanted: "dict[str, str]") -> "list[tuple[str, str]]":
    """Return a line naming the shared libraries that can't be loaded and the command that brings them."""
    missing = [name for name in wanted if not _loads(name)]
    if not missing:
        return []
    command = "sudo apt-get install -y " + " ".join(wanted[name] for name in missing)
    names = ", ".join(missing)
    return [
        (
            "缺少系统库：%s。\n在 Debian 或 Ubuntu 上请运行：%s" % ("、".join(missing), command),
            "These system libraries are missing: %s.\nOn Debian or Ubuntu run: %s" % (names, command),
        )
    ]


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def tell(problems: "list[tuple[str, str]]") -> None:
    """Say what is missing on the terminal, and in a message box where one can be shown."""
    text = "\n\n".join("%s\n%s" % pair for pair in problems)
    sys.stderr.write("WalletCase:\n%s\n" % text)
    if sys.platform == "win32":
        ctypes.windll.user32.MessageBoxW(None, text, "WalletCase", 0x30)
    elif sys.platform == "darwin":
        script = 'on run argv\ndisplay alert "WalletCase" message (item 1 of argv)\nend run'
        subprocess.call(["osascript", "-e", script, text])
    elif os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        _linux_box(text)


def _linux_box(text: str) -> None:
    for command in (
        ["zenity", "--error", "--no-markup", "--title=WalletCase", "--text=" + text],
        ["kdialog", "--title", "WalletCase", "--error", text],
        ["xmessage", "-center", text],
    ):
        if shutil.which(command[0]):
            subprocess.call(command)
            return
    if importlib.util.find_spec("tkinter") is None:
        return
    import tkinter.messagebox

    try:
        root = tkinter.Tk()
    except tkinter.TclError:  # a display that is named but not there
        return
    root.withdraw()
    tkinter.messagebox.showerror("WalletCase", text)
    root.destroy()
