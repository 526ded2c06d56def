#!/usr/bin/env bash
# clang-format over every source; clang-tidy over the shared rooms, which both ends rely on (Qt and Beast headers make the
# others cost more minutes than they find).
set -euo pipefail
cd "$(dirname "$0")/../.."
python3 tests/rooms/check_includes.py .
python3 tests/rooms/check_house.py .
git ls-files -- '*.h' '*.cpp' | xargs -r clang-format --dry-run --Werror
[ -f build/dev/compile_commands.json ] || cmake --preset dev >/dev/null
git ls-files -- 'shared/*.cpp' | xargs -r -P "$(nproc)" -n 4 clang-tidy -p build/dev --quiet 2>/dev/null
echo "lint: clean"
