#!/usr/bin/env python3
"""Live push: server CPU per million deliveries, ours against a lean Beast loop, in one run; memory of an idle connection.

The load generator is not part of this repository: WSLOAD_DIR names its folder (default ../shared/tools/wsload beside the
repository). Without it nothing is measured."""
import argparse
import json
import os
import pathlib
import shutil
import socket
import statistics
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAYLOAD = 512
RUNS = 3
# (in flight, connections) -> (at most so many times the lean loop)
TARGETS = {1: 1.3, 16: 1 / 3}


def row(what, value, target=""):
    print(f"{what:<66} {value:>22}   {target}", flush=True)


def pin(core):
    return ["taskset", "-c", str(core)] if shutil.which("taskset") and (os.cpu_count() or 1) > 1 else []


def build_wsload(folder):
    source = pathlib.Path(os.environ.get("WSLOAD_DIR", ROOT.parent / "shared/tools/wsload"))
    if not (source / "CMakeLists.txt").exists():
        return None
    build = folder / "wsload"
    for step in (["cmake", "-S", source, "-B", build, "-DCMAKE_BUILD_TYPE=Release"], ["cmake", "--build", build]):
        subprocess.run(step, check=True, stdout=subprocess.DEVNULL)
    return build / "wsload"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Served:
    """A server under measurement: its process, and how wsload speaks with it."""

    def __init__(self, name, command, talk):
        self.port = free_port()
        self.name = name
        self.process = subprocess.Popen([*pin(0), *map(str, command(self.port))], stdout=subprocess.PIPE, text=True)
        said = self.process.stdout.readline().split()
        if not said:
            raise RuntimeError(f"{name} did not start")
        self.talk = talk(said)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(30)


def ours(bin_folder, folder):
    data = folder / "fanout"
    shutil.rmtree(data, ignore_errors=True)

    def talk(said):
        token, category = said
        question = {"question_id": "", "title": "Meting van de verdeling", "body": "${payload}", "category_ids": [category], "not_bsn": True}
        command = {"type": "command", "id": "00000000-0000-7000-8000-000000000001", "kind": "ask_question", "body": question}
        return ["--path=/v1/sync", "--subprotocol=vraagbaak.v1", f"--header=Authorization: Bearer {token}",
                '--hello={"type":"hello","version":1,"client":"wsload"}', '--hello-ack="welcome"',
                '--subscribe={"type":"subscribe","scope":"category/%s"}' % category, '--subscribe-ack="subscribed"',
                "--publish=" + json.dumps(command)]

    return Served("ours", lambda port: [bin_folder / "bench_fanout_server", data, port], talk)


def lean(bin_folder, _):
    return Served("lean", lambda port: [bin_folder / "bench_lean_broadcast", port],
                  lambda _: ['--subscribe={"op":"sub"}', '--subscribe-ack="ok"', '--publish={"op":"pub","data":"${payload}"}'])


def wsload(program, served, folder, *more):
    out = folder / "wsload.json"
    subprocess.run([*pin(1), program, f"--port={served.port}", f"--pid={served.process.pid}", f"--payload={PAYLOAD}",
                    f"--json={out}", "--quiet", *served.talk, *more], check=True, timeout=900)
    return json.loads(out.read_text(encoding="utf-8"))


def fan_out(program, bin_folder, folder, seconds, counts):
    for connections in counts:
        for window in TARGETS:
            costs = {"ours": [], "lean": []}
            last = {"ours": [], "lean": []}
            for _ in range(RUNS):
                for make in (lean, ours):
                    with make(bin_folder, folder) as served:
                        result = wsload(program, served, folder, "--mode=fanout", f"--conns={connections}",
                                        f"--step=sat:{window}:{seconds}")
                        step = result["steps"][0]
                        if step["lost"]:
                            raise RuntimeError(f"{served.name}: {step['lost']} deliveries lost")
                        costs[served.name].append(step["server_cpu_s_per_million"])
                        last[served.name].append(step["last_p50_ms"])
            own, floor = statistics.median(costs["ours"]), statistics.median(costs["lean"])
            what = f"{connections:,} subscribers, {window} in flight"
            row(f"{what}: CPU s per million deliveries, ours / lean", f"{own:.2f} / {floor:.2f}")
            row("  to the last subscriber, ms (p50), ours / lean",
                f"{statistics.median(last['ours']):.1f} / {statistics.median(last['lean']):.1f}")
            row("  ratio (medians of 3)", f"{own / floor:.2f}", f"target {TARGETS[window]:.2f}")


def idle(program, bin_folder, folder, connections):
    with ours(bin_folder, folder) as served:
        time.sleep(0.5)
        result = wsload(program, served, folder, "--mode=idle", f"--idle-steps={connections}", "--settle=3")
        row(f"idle signed-in connection, {connections:,} of them: PSS KiB each",
            f"{result['idle'][-1]['pss_bytes_per_conn'] / 1024:.1f}", "target 10 (6)")
        row("  idle CPU %", f"{result['idle'][-1]['idle_cpu_pct']:.1f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--folder", type=pathlib.Path, required=True)
    parser.add_argument("--seconds", type=int, default=6)
    parser.add_argument("--counts", type=int, nargs="*", default=[1000, 10_000])
    parser.add_argument("--skip-idle", action="store_true")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    program = build_wsload(options.folder)
    if program is None:
        print("fan-out: the load generator is not here (WSLOAD_DIR); skipped")
        return 0
    fan_out(program, options.bin.resolve(), options.folder.resolve(), options.seconds, options.counts)
    if not options.skip_idle:
        idle(program, options.bin.resolve(), options.folder.resolve(), 10_000)
    return 0


if __name__ == "__main__":
    sys.exit(main())
