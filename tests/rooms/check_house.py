#!/usr/bin/env python3
"""House rules that a compiler does not check: headers say what they are, no file outgrows 450 lines, nothing promises
something for later, no path of a machine, the top level holds only what it should."""
import pathlib
import re
import subprocess
import sys

TOP = {"CMakeLists.txt", "client", "server", "shared", "resources", "translations", "tests", "packaging", "README.md",
       "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "ARCHITECTURE.md", "publiccode.yml",
       "CMakePresets.json", "dev"}
LINES_MAX = 450
LATER = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b|not implemented")
MACHINE = re.compile(r"/(root|home/\w+|work)/")


def main(root):
    rows = []
    files = subprocess.run(["git", "-C", str(root), "ls-files"], capture_output=True, text=True, check=True).stdout.split("\n")
    for name in filter(None, files):
        path = root / name
        if not path.is_file():
            continue
        top = name.split("/")[0]
        if not top.startswith(".") and top not in TOP:
            rows.append(f"{name}: {top} does not belong at the top level")
        if path.suffix not in (".h", ".cpp", ".py", ".sh", ".sql", ".cmake"):
            continue
        text = path.read_text(encoding="utf-8")
        lines = text.count("\n")
        if path.suffix in (".h", ".cpp") and lines > LINES_MAX:
            rows.append(f"{name}: {lines} lines, more than {LINES_MAX}")
        if path.suffix == ".h" and not text.startswith("// "):
            rows.append(f"{name}: opens without saying what it is")
        if name.endswith("check_house.py"):
            continue
        for number, line in enumerate(text.split("\n"), 1):
            if LATER.search(line):
                rows.append(f"{name}:{number}: promises something for later")
            if MACHINE.search(line):
                rows.append(f"{name}:{number}: names a path of one machine")
    print("\n".join(rows) if rows else "the house is in order")
    return 1 if rows else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
