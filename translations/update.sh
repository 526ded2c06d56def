#!/usr/bin/env bash
# Collects the texts of the client into the .ts files; what is translated stays. Dutch holds everything, English the plurals.
set -euo pipefail
cd "$(dirname "$0")"
lupdate=$(command -v lupdate6 || command -v /usr/lib/qt6/bin/lupdate || command -v lupdate)
exec 9>/tmp/vraagbaak-translations.lock
flock 9
common=(-silent -locations none -no-obsolete -no-ui-lines -source-language en -I ..)
"$lupdate" ../client "${common[@]}" -target-language nl -ts vraagbaak_nl.ts
"$lupdate" ../client "${common[@]}" -pluralonly -target-language en -ts vraagbaak_en.ts
# In one form, whoever wrote last.
flock -u 9
for language in nl en; do python3 fill.py "$language" </dev/null >/dev/null; done
