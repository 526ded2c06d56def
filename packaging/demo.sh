#!/usr/bin/env bash
# Starts a server with sample content on an embedded database, and the desktop app. Without a display the story is played
# off-screen. Everything lives in build/demo; nothing else is touched. Called by ./dev demo.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ -n "${WAYLAND_DISPLAY:-}${DISPLAY:-}" ] && [ "${1:-}" != --off-screen ]; then
  exec python3 packaging/demo.py --bin build/release/bin --folder build/demo --window
fi
export QT_QPA_PLATFORM=offscreen
exec python3 packaging/demo.py --bin build/release/bin --folder build/demo
