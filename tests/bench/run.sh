#!/usr/bin/env bash
# All benchmarks of the whole system on the release build; ratios in one run. ./dev bench [documents|reading|commands|sync|start|search|fanout]
set -euo pipefail
cd "$(dirname "$0")/../.."
exec python3 tests/bench/run.py --bin build/release/bin --folder build/bench "$@"
