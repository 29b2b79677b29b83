#!/usr/bin/env python3
"""Checks an evidence pack: python3 verify.py [FOLDER]. Needs Python 3.6 and nothing else; reads, and writes nothing.

Exit code 0: all is as it was packed. 1: something is not; each thing is named. 2: this is no pack.
"""

import hashlib
import json
import os
import sys

SUMS, MANIFEST, JOURNAL = "SHA256SUMS", "manifest.json", "journal.jsonl"
OURS = (SUMS,)
MADE_BY_LOOKING = (".DS_Store", "desktop.ini", "Thumbs.db")  # what some systems leave in any folder that is opened
GONE = "was not there when it was packed / 打包时已不在 ({})"


def sha256_of(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def read_sums(folder):
    wanted = {}
    with open(os.path.join(folder, SUMS), encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            sha256, mark, name = line.rstrip("\n").partition("  ")
            if len(sha256) != 64 or not mark or not name or name in wanted or ".." in name.split("/"):
                raise ValueError(f"{SUMS}: line / 第 {number} 行")
            wanted[name] = sha256
    return wanted


def files_in(folder):
    found = set()
    for place, _, names in os.walk(folder):
        for name in names:
            found.add(os.path.relpath(os.path.join(place, name), folder).replace(os.sep, "/"))
    return found


def check_files(folder, wanted):
    there = files_in(folder)
    for name in sorted(wanted):
        if name not in there:
            yield "missing / 缺少: " + name
        elif sha256_of(os.path.join(folder, *name.split("/"))) != wanted[name]:
            yield "altered / 已改动: " + name
    for name in sorted(there - set(wanted) - set(OURS)):
        if name.split("/")[-1] in MADE_BY_LOOKING:
            sys.stdout.write(f"left by the system, no matter / 系统自动生成，无妨: {name}\n")
            continue
        yield "not part of the pack / 多出的文件: " + name


def written(content):
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def hashed(line):
    if "salts" not in line:
        return line["detail"]
    salts, seals = line["salts"], dict(line["sealed"])
    for name, text in line["detail"].items():
        if name in seals:
            raise ValueError(f"{JOURNAL}: {name}")
        seals[name] = hashlib.sha256(written([salts[name], name, text])).hexdigest()
    return seals


def chained(previous, line):
    content = {key: line[key] for key in ("seq", "at", "kind", "case_number")}
    content["detail"] = hashed(line)
    return hashlib.sha256(previous.encode("ascii") + written(content)).hexdigest()


def check_journal(folder, manifest, told):
    case, ends = manifest["case"], manifest["journal_ends"]
    previous, expected = None, None
    with open(os.path.join(folder, JOURNAL), encoding="ascii") as file:
        for place, text in enumerate(file, 1):
            line = json.loads(text)
            name = f"journal.jsonl line / 第 {place} 行"
            if expected is not None and line["seq"] != expected:
                yield name + ": out of place or lines before it are gone / 顺序不对或前面缺行"
            if not line.get("hash") and (manifest["reader"] == "self" or "kind" in line):
                yield name + ": has no hash / 没有哈希"
            if "kind" in line:
                start = "" if line["seq"] == 1 else previous
                if start is None or chained(start, line) != line.get("hash"):
                    yield name + ": does not fit the line before / 与前一行不符"
                if line["case_number"] != case:
                    yield name + ": of another case / 属于另一案件"
                if line["kind"] == "evidence_added":
                    told.add(line["detail"].get("sha256", ""))
            previous, expected = line.get("hash"), line["seq"] + 1
    if (previous or "", (expected or 1) - 1) != (ends["hash"], ends["seq"]):
        yield "journal.jsonl: does not end where the manifest says / 结尾与清单不符"


def check_manifest(folder, manifest, wanted, told):
    listed = set()
    for item in manifest["exhibits"]:
        number, name = item["exhibit"], item["file"]
        is_said = item.get("in_journal", True)
        if is_said and item["sha256"] not in told:
            yield f"exhibit / 证据 {number}: the journal does not tell of this file / 日志中没有这份文件"
        if name is None:
            fault = item["fault"]
            gone = "not shown to this reader / 不向此读者提供" if fault == "withheld" else GONE.format(fault)
            sys.stdout.write(f"exhibit / 证据 {number}: {gone}\n")
            continue
        if not is_said:
            sys.stdout.write(f"exhibit / 证据 {number}: its line of the journal is masked / 日志中的这一行已遮盖\n")
        listed.add(name)
        if wanted.get(name) != item["sha256"]:
            yield f"exhibit / 证据 {number}: manifest and checksums differ / 清单与校验值不一致"
    for name in sorted(name for name in wanted if name.startswith("exhibits/") and name not in listed):
        yield "not in the manifest / 清单中没有: " + name


def faults(folder):
    wanted = read_sums(folder)
    found = list(check_files(folder, wanted))
    for needed in (MANIFEST, JOURNAL):
        if needed not in wanted:
            found.append("not in the checksums / 校验值中没有: " + needed)
    if any(one.endswith(needed) for one in found for needed in (MANIFEST, JOURNAL)):
        return found
    with open(os.path.join(folder, MANIFEST), encoding="utf-8") as file:
        manifest = json.load(file)
    told = set()
    found += check_journal(folder, manifest, told)
    found += check_manifest(folder, manifest, wanted, told)
    return found


def main(given):
    folder = given[0] if given else os.path.dirname(os.path.abspath(__file__))
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    try:
        found = faults(folder)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        sys.stdout.write(f"This can't be read as a pack / 无法作为证据包读取: {error}\n")
        return 2
    for one in found:
        sys.stdout.write(one + "\n")
    if found:
        sys.stdout.write("NOT as it was packed / 与打包时不一致\n")
        return 1
    sys.stdout.write("All is as it was packed / 全部与打包时一致\n")
    sys.stdout.write(f"{SUMS}: {sha256_of(os.path.join(folder, SUMS))}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
