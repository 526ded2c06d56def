#!/usr/bin/env python3
"""Fails when a file includes a room that its own room may not include.

The table is the one of ARCHITECTURE.md. A room may always include itself. Usage: check_includes.py ROOT
"""
import pathlib
import re
import sys

CLIENT = ["client/app", "client/core/store", "client/core/outbox", "client/core/net", "client/core/sync",
          "client/core/actions", "client/core/documents", "client/core/engine", "client/models", "client/ui",
          "client/platform", "client/cli", "client/extract"]
SERVER = ["server/app", "server/net", "server/api", "server/services", "server/storage", "server/storage/sqlite",
          "server/blobs", "server/bus", "server/ops"]
SHARED = ["shared/base", "shared/domain", "shared/text", "shared/protocol", "shared/session"]
ROOMS = CLIENT + SERVER + SHARED

base, domain, text, protocol, session = SHARED
MAY = {
    "shared/base": [],
    "shared/domain": [base],
    "shared/text": [base],
    "shared/protocol": [base, domain],
    "shared/session": [base, domain, protocol],
    "client/app": CLIENT + [base, domain, text],
    "client/extract": [base],
    "client/core/store": [base, domain, text],
    "client/core/outbox": [base, domain, text, protocol, "client/core/store"],
    "client/core/net": [base, domain, text],
    "client/core/sync": [base, domain, text, protocol, session, "client/core/store", "client/core/outbox",
                         "client/core/net"],
    "client/core/actions": [base, domain, text, "client/core/store", "client/core/outbox"],
    "client/core/documents": [base, domain, text, session, "client/core/store", "client/core/outbox", "client/core/net",
                              "client/extract"],
    "client/core/engine": [base, domain, text, "client/core/actions", "client/core/sync", "client/core/store",
                           "client/core/outbox", "client/core/net", "client/core/documents"],
    "client/models": [base, domain, text, "client/core/engine", "client/core/store", "client/core/documents"],
    "client/ui": [base, domain, text, "client/models", "client/core/engine", "client/core/store",
                  "client/core/documents", "client/platform", "client/extract"],
    "client/platform": [base, domain, text, "client/core/engine"],
    "client/cli": [base, domain, text, "client/core/engine", "client/core/store", "client/core/documents"],
    "server/app": SERVER + [base, domain, text],
    "server/net": [base, domain, protocol, session, "server/api", "server/bus"],
    "server/api": [base, domain, protocol, "server/services", "server/storage", "server/blobs", "server/bus"],
    "server/services": [base, domain, text, "server/storage", "server/blobs", "server/bus"],
    "server/storage": [base, domain],
    "server/storage/sqlite": [base, domain, "server/storage"],
    "server/blobs": [base],
    "server/bus": [base, domain, protocol],
    "server/ops": [base],
}
# ui and platform read plain values of the store (views.h, reader.h) and one interface of the engine; nothing that writes.
ONLY = {
    ("client/ui", "client/core/store"): {"views.h", "reader.h", "channel_views.h", "channel_reader.h"},
    ("client/models", "client/core/store"): {"views.h", "reader.h", "channel_views.h", "channel_reader.h"},
    ("client/cli", "client/core/store"): {"views.h", "reader.h", "channel_views.h", "channel_reader.h"},
    ("client/ui", "client/core/documents"): {"opened_document.h"},
    ("client/models", "client/core/documents"): {"opened_document.h"},
    ("client/cli", "client/core/documents"): {"opened_document.h"},
    ("client/platform", "client/core/engine"): {"token_vault.h"},
    # Only where the helper process is: what it links, nobody else does.
    ("client/core/documents", "client/extract"): {"program.h"},
    ("client/ui", "client/extract"): {"program.h"},
    ("client/app", "client/extract"): {"program.h"},
}
NEVER_IN_SHARED = re.compile(r'#include\s+[<"](Q[A-Z]\w*|boost/(beast|asio))')
NEVER_IN_SERVICES = re.compile(r'#include\s+[<"](boost/(beast|asio)|sqlite3)')
NEVER_QT_WIDGETS_IN_CORE = re.compile(r'#include\s+<(QWidget|QApplication|QtWidgets|QMainWindow|QPainter|QPixmap|QIcon)')
INCLUDE = re.compile(r'^\s*#include\s+"([^"]+)"', re.M)


def room_of(path):
    best = ""
    for room in ROOMS:
        if path.startswith(room + "/") and len(room) > len(best):
            best = room
    return best


def violations(root):
    found = []
    for top in ("client", "server", "shared"):
        for file in sorted((root / top).rglob("*")):
            if file.suffix not in (".h", ".cpp"):
                continue
            path = file.relative_to(root).as_posix()
            own = room_of(path)
            source = file.read_text(encoding="utf-8")
            if not own:
                found.append(f"{path}: in no room")
                continue
            for included in INCLUDE.findall(source):
                if "/" not in included:
                    if not included.endswith(".moc") and not included.startswith("moc_"):
                        found.append(f"{path}: \"{included}\" is not a full path from the root")
                    continue
                other = room_of(included)
                if not other:
                    found.append(f"{path}: \"{included}\" is in no room")
                elif other != own and other not in MAY[own]:
                    found.append(f"{path}: {own} may not include {other} ({included})")
                elif (own, other) in ONLY and included.rsplit("/", 1)[1] not in ONLY[(own, other)]:
                    found.append(f"{path}: {own} may include only {sorted(ONLY[(own, other)])} of {other} ({included})")
            checks = [("shared", NEVER_IN_SHARED), ("server/services", NEVER_IN_SERVICES),
                      ("client/core", NEVER_QT_WIDGETS_IN_CORE)]
            for prefix, pattern in checks:
                if path.startswith(prefix + "/") and (hit := pattern.search(source)):
                    found.append(f"{path}: {hit.group(0)} has no place in {prefix}")
    return found


def self_test():
    """A check that cannot fail is none: each rule must catch a made-up violation."""
    import tempfile
    cases = {
        "shared/base/a.h": '#include <QString>\n',
        "server/services/a.cpp": '#include "server/net/listener.h"\n',
        "client/core/store/a.cpp": '#include "client/ui/shell/main_window.h"\n',
        "client/ui/shell/a.cpp": '#include "client/core/store/cache.h"\n',
        "server/api/a.cpp": '#include "client/core/store/reader.h"\n',
        "server/api/b.cpp": '#include "api.h"\n',
    }
    for name, text in cases.items():
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            (root / name).parent.mkdir(parents=True)
            (root / name).write_text(text, encoding="utf-8")
            if len(violations(root)) != 1:
                sys.exit(f"self-test: the violation in {name} was not caught exactly once")


if __name__ == "__main__":
    self_test()
    rows = violations(pathlib.Path(sys.argv[1]))
    print("\n".join(rows) if rows else "every include is within the table")
    sys.exit(1 if rows else 0)
