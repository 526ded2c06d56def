#!/usr/bin/env bash
# clang-format over every source, clang-tidy over the units that changed the most weight per minute: the shared rooms, services,
# api, session code and the client core (Qt and Beast headers make the others cost more than they find).
set -euo pipefail
cd "$(dirname "$0")/../.."
python3 tests/rooms/check_includes.py .
python3 tests/rooms/check_house.py .
git ls-files -- '*.h' '*.cpp' | xargs -r clang-format --dry-run --Werror
[ -f build/dev/compile_commands.json ] || cmake --preset dev >/dev/null
git ls-files -- 'shared/*.cpp' 'server/services/*.cpp' 'server/api/*.cpp' 'server/storage/*.cpp' 'client/core/outbox/*.cpp' \
  'client/core/actions/*.cpp' | xargs -r -P "$(nproc)" -n 4 clang-tidy -p build/dev --quiet 2>/dev/null
echo "lint: clean"
