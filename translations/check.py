#!/usr/bin/env python3
"""Fails when a text of the client is not translated, in Dutch or as an English plural; when a translation lost a
placeholder; or when a Dutch word of the glossary was forgotten. Usage: check.py LUPDATE LRELEASE"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import fill  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
PLACEHOLDER = re.compile(r"%[1-9n]")
# The words of the product: what stands in English may not be called otherwise in Dutch.
GLOSSARY = {r"\bquestions?\b": r"vra(ag|gen)", r"\banswers?\b(?!ed)": r"antwoord", r"\bexpertise\b": r"expertise",
            r"\bhouse rules\b": r"spelregels"}


def main(lupdate, lrelease):
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        for language in ("nl", "en"):
            copy = pathlib.Path(folder) / f"vraagbaak_{language}.ts"
            shutil.copy(HERE / copy.name, copy)
            only = ["-pluralonly"] if language == "en" else []
            subprocess.run([lupdate, str(HERE.parent / "client"), "-I", str(HERE.parent), "-silent", "-locations", "none", "-no-obsolete", *only,
                            "-source-language", "en", "-target-language", language, "-ts", str(copy)], check=True)
            for context, message in fill.messages(fill.load(copy)):
                source = message.findtext("source") or ""
                if fill.is_unfinished(message):
                    wrong.append(f"{language}: {context}: not translated: {source}")
                    continue
                translation = message.find("translation")
                forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
                for form in forms:
                    # "one answer" may leave its number out; everything else must be there.
                    lost = set(PLACEHOLDER.findall(source)) - set(PLACEHOLDER.findall(form)) - {"%n"}
                    if lost:
                        wrong.append(f"{language}: {context}: {sorted(lost)} lost: {source}")
                    if language == "nl":
                        wrong += [f"nl: {context}: {word} is called otherwise: {source} -> {form}"
                                  for word, dutch in GLOSSARY.items()
                                  if re.search(word, source, re.I) and not re.search(dutch, form, re.I)]
            told = subprocess.run([lrelease, str(copy), "-qm", str(copy.with_suffix(".qm"))], check=True,
                                  capture_output=True, text=True).stdout
            if "0 unfinished" not in told:
                wrong.append(f"{language}: {told}")
    print("\n".join(wrong) if wrong else "every text is translated")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
