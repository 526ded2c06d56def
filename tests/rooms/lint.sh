#!/usr/bin/env bash
# clang-format over every source; clang-tidy over the shared rooms, which both ends rely on (Qt and Beast headers make the
# others cost more minutes than they find).
set -euo pipefail
cd "$(dirname "$0")/../.."
python3 tests/rooms/check_includes.py .
python3 tests/rooms/check_house.py .
git ls-files -- '*.h' '*.cpp' | xargs -r clang-format --dry-run --Werror
# Configured by itself: clang cannot read the compiler's precompiled headers, and so sees what each source includes.
cmake -S . -B build/lint -G Ninja -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON -DVRAAGBAAK_CLIENT=OFF -DVRAAGBAAK_TESTS=OFF >/dev/null
git ls-files -- 'shared/*.cpp' | xargs -r -P "$(nproc)" -n 4 clang-tidy -p build/lint --quiet 2>/dev/null
echo "lint: clean"
