#!/usr/bin/env python3
"""Sets translations from lines "context<TAB>source<TAB>translation[<TAB>plural]" on standard input.

Usage: fill.py nl|en < texts.tsv       context may be the last part of its name; \\n in a text is a line break
       fill.py nl --missing            prints what is still to be translated, in the same form
"""
import fcntl
import pathlib
import sys
import xml.etree.ElementTree as ET

HERE = pathlib.Path(__file__).resolve().parent


def load(path):
    return ET.parse(path)


def save(tree, path):
    ET.indent(tree, "    ")
    text = ET.tostring(tree.getroot(), encoding="unicode")
    path.write_text('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n' + text + "\n", encoding="utf-8")


def messages(tree):
    for context in tree.getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            yield name, message


def is_unfinished(message):
    translation = message.find("translation")
    return translation is None or translation.get("type") == "unfinished"


def missing(path):
    for name, message in messages(load(path)):
        if is_unfinished(message):
            plural = "\t(plural)" if message.get("numerus") == "yes" else ""
            print(f"{name.split('::')[-1]}\t{(message.findtext('source') or '').replace(chr(10), chr(92) + 'n')}\t{plural}")


def fill(path, lines):
    wanted = {}
    for line in lines:
        parts = line.rstrip("\n").split("\t")
        if len(parts) < 3 or not parts[2]:
            continue
        parts = [part.replace("\\n", "\n") for part in parts]
        wanted[(parts[0].split("::")[-1], parts[1])] = parts[2:]
    tree = load(path)
    done = 0
    used = set()
    for name, message in messages(tree):
        key = (name.split("::")[-1], message.findtext("source") or "")
        texts = wanted.get(key)
        if texts is None:
            continue
        used.add(key)
        translation = message.find("translation")
        if translation is None:
            translation = ET.SubElement(message, "translation")
        translation.attrib.pop("type", None)
        for child in list(translation):
            translation.remove(child)
        if message.get("numerus") == "yes":
            translation.text = None
            for form in (texts + texts)[:2]:
                ET.SubElement(translation, "numerusform").text = form
        else:
            translation.text = texts[0]
        done += 1
    save(tree, path)
    for key in wanted.keys() - used:
        print("not in the sources:", *key, sep="\t", file=sys.stderr)
    print(f"{done} set")


def main():
    path = HERE / f"vraagbaak_{sys.argv[1]}.ts"
    with open("/tmp/vraagbaak-translations.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if "--missing" in sys.argv:
            missing(path)
        else:
            fill(path, sys.stdin)


if __name__ == "__main__":
    main()
