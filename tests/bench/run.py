#!/usr/bin/env python3
"""The figures of the whole system, as ratios in one run: durable commands against a bare SQLite loop, first sync, the
client's warm start against an empty window, search per keystroke, memory and idleness, fan-out against a lean loop."""
import argparse
import json
import os
import pathlib
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request

PASSWORD = "een lang wachtwoord voor metingen"
CLIENTS = 64
WINDOW = 16
RUNS = 3
QUESTIONS = 40_000
ANSWERS = 60_000


def row(what, value, target=""):
    print(f"{what:<66} {value:>22}   {target}", flush=True)


def pin(core):
    return ["taskset", "-c", str(core)] if shutil.which("taskset") and (os.cpu_count() or 1) > 1 else []


class Bench:
    def __init__(self, bin_folder, folder):
        self.bin = bin_folder.resolve()
        self.folder = folder.resolve()
        self.server = None
        self.port = 0

    def run(self, program, *arguments, stdin=None, env=None, timeout=900):
        done = subprocess.run([self.bin / program, *map(str, arguments)], input=stdin, capture_output=True, text=True,
                              env={**os.environ, "VRAAGBAAK_PASSWORD": PASSWORD, **(env or {})}, timeout=timeout, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"{program} {arguments} gave {done.returncode}: {done.stderr[-800:]}")
        return done.stdout

    def fresh_data(self, name):
        data = self.folder / name
        shutil.rmtree(data, ignore_errors=True)
        data.mkdir(parents=True)
        return data

    def add_user(self, data, email):
        self.run("vraagbaakd", "user", "add", "--data", data, "--email", email, "--name", "Meting", "--role", "policy", stdin=PASSWORD + "\n")

    def serve(self, data, pinned=True):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        log = open(self.folder / "server.log", "a", encoding="utf-8")
        # What one user may do in a second protects others; here it would be all that is measured.
        config = self.folder / "vraagbaakd.toml"
        config.write_text("[limits]\ncommands_per_second = 1000000\ncommands_at_once = 1000000\n", encoding="utf-8")
        self.server = subprocess.Popen([*(pin(0) if pinned else []), self.bin / "vraagbaakd", "serve", "--config", config, "--data", data,
                                        "--listen", f"127.0.0.1:{self.port}"],
                                       stdout=log, stderr=subprocess.STDOUT)
        for _ in range(400):
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return f"http://127.0.0.1:{self.port}"
            except OSError:
                time.sleep(0.05)
        raise RuntimeError("the server does not answer; see server.log")

    def stop(self):
        if self.server is not None:
            self.server.send_signal(signal.SIGTERM)
            self.server.wait(30)
            self.server = None

    def token(self, url, email):
        body = json.dumps({"email": email, "password": PASSWORD, "device": "bench"}).encode()
        request = urllib.request.Request(url + "/v1/session", body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as reply:
            return json.load(reply)["token"]


def commands(bench):
    """Durable commands, 64 clients, against SQLite itself on the same disk in the same run."""
    data = bench.fresh_data("commands")
    emails = [f"meting{i}@example.org" for i in range(8)]
    for email in emails:
        bench.add_user(data, email)
    # Not pinned: network and storage have a thread each, as the bare loop has the disk's core to itself.
    url = bench.serve(data, pinned=False)
    try:
        tokens = bench.folder / "tokens"
        tokens.write_text("".join(bench.token(url, email) + "\n" for email in emails), encoding="utf-8")
        ratios = []
        for _ in range(RUNS):
            floor_file = bench.folder / "floor.db"
            for extra in ("", "-wal", "-shm"):
                pathlib.Path(str(floor_file) + extra).unlink(missing_ok=True)
            floor = float(bench.run("bench_sqlite_floor", floor_file, 64, 3))
            single = float(bench.run("bench_sqlite_floor", floor_file, 1, 1))
            # Each begins with a disk that has nothing left to do: the loop leaves half a gigabyte to be written.
            for extra in ("", "-wal", "-shm"):
                pathlib.Path(str(floor_file) + extra).unlink(missing_ok=True)
            os.sync()
            acks, p50, p99, refused = bench.run("bench_commands", f"127.0.0.1:{bench.port}", tokens, CLIENTS, WINDOW, 5).split()
            ratios.append(float(acks) / floor)
            row(f"durable commands/s ({CLIENTS} clients), bare loop rows/s", f"{float(acks):,.0f} / {floor:,.0f}")
            row("  ack p50 / p99 ms; one fsync ms; refused", f"{p50} / {p99}; {1000 / single:.2f}; {refused}")
        row("durable commands: ratio to a bare loop (median)", f"{statistics.median(ratios):.2f}", "target 0.5")
        _, p50, p99, _ = bench.run("bench_commands", f"127.0.0.1:{bench.port}", tokens, 1, 1, 3).split()
        row("one command at a time: ack p50 / p99 ms", f"{p50} / {p99}", "target 1 ms (median)")
    finally:
        bench.stop()


def large_site(bench, name, words):
    """A server with 100,000 imported posts of so many words."""
    data = bench.fresh_data(name)
    posts = bench.folder / "Posts.xml"
    made = subprocess.run([sys.executable, "tests/bench/make_posts.py", str(QUESTIONS), str(ANSWERS), str(words)],
                          capture_output=True, check=True)
    posts.write_bytes(made.stdout)
    begin = time.monotonic()
    bench.run("vraagbaakd", "import", "stackexchange", posts, "--data", data)
    spent = time.monotonic() - begin
    row(f"import of {QUESTIONS + ANSWERS:,} posts: rows/s", f"{(QUESTIONS + ANSWERS) / spent:,.0f}")
    bench.add_user(data, "lezer@example.org")
    return data


def first_sync(bench, url, profile, what):
    rates = []
    for _ in range(RUNS):
        shutil.rmtree(profile, ignore_errors=True)
        bench.run("vraagbaak-cli", "--profile", profile, "--server", url, "sign-in", "lezer@example.org")
        begin = time.monotonic()
        bench.run("vraagbaak-cli", "--profile", profile, "--wait", "600", "sync")
        rates.append((QUESTIONS + ANSWERS) / (time.monotonic() - begin))
    row(f"first sync, {what}: records/s end to end (median)", f"{statistics.median(rates):,.0f}", "target 20,000")


def sync(bench):
    """First sync of everything over loopback, on disk and indexed; the long posts stay for what is measured next."""
    # The records of a real site and a real FAQ, imported, are 0.8 KB on average.
    for name, words, what in (("short_site", 45, "0.8 KB each"), ("site", 90, "1.5 KB each")):
        url = bench.serve(large_site(bench, name, words))
        try:
            first_sync(bench, url, bench.folder / "profile", what)
            if name != "site":
                continue
            profile = bench.folder / "profile"
            categories = json.loads(bench.run("vraagbaak-cli", "--json", "--profile", profile, "--offline", "expertise", "list"))
            for category in categories["categories"]:
                bench.run("vraagbaak-cli", "--profile", profile, "expertise", "add", category["id"])
            begin = time.monotonic()
            bench.run("vraagbaak-cli", "--profile", profile, "--wait", "600", "sync")
            row("sync with nothing new, whole command, s", f"{time.monotonic() - begin:.2f}")
        finally:
            bench.stop()


def profile_of(bench):
    profile = bench.folder / "profile"
    if not (profile / "cache.db").exists():
        sync(bench)
    return profile


def x_server():
    """A virtual display of our own, or the one that is there."""
    if shutil.which("Xvfb") is None:
        return None, {"QT_QPA_PLATFORM": "offscreen"}
    number = 90 + os.getpid() % 100
    server = subprocess.Popen(["Xvfb", f":{number}", "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(1)
    return server, {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}


def start(bench):
    """Warm start to a filled list with 100,000 posts against an empty window with a list; then memory and idleness."""
    profile = profile_of(bench)
    display, env = x_server()
    try:
        floors, ours = [], []
        for _ in range(7):
            floors.append(float(bench.run("bench_empty_window", env=env)))
            ours.append(float(bench.run("vraagbaak", "--profile", profile, "--first-paint", env=env)))
        floor, own = statistics.median(floors[2:]), statistics.median(ours[2:])
        row("warm start to a filled list, empty window: ms", f"{own:.0f} / {floor:.0f}")
        row("warm start: ratio to an empty window", f"{own / floor:.2f}", "target 2.0 (1.5)")
        app = subprocess.Popen([bench.bin / "vraagbaak", "--profile", profile], env={**os.environ, **env},
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(12)
        pss = sum(int(line.split()[1]) for line in pathlib.Path(f"/proc/{app.pid}/smaps_rollup").read_text().splitlines() if line.startswith("Pss:"))

        def busy():
            ticks = pathlib.Path(f"/proc/{app.pid}/stat").read_text().rsplit(")", 1)[1].split()
            wakes = 0
            for task in pathlib.Path(f"/proc/{app.pid}/task").iterdir():
                for line in (task / "status").read_text().splitlines():
                    if line.startswith("voluntary_ctxt_switches"):
                        wakes += int(line.split()[1])
            return int(ticks[11]) + int(ticks[12]), wakes

        before = busy()
        time.sleep(20)
        after = busy()
        row("memory (PSS) with 100,000 posts, MiB", f"{pss / 1024:.1f}", "target 75")
        row("idle: CPU %, wake-ups/s", f"{(after[0] - before[0]) / 20:.1f} / {(after[1] - before[1]) / 20:.1f}", "target 0.0 / 1")
        app.send_signal(signal.SIGTERM)
        app.wait(15)
    finally:
        if display is not None:
            display.terminate()


def search(bench):
    """Every keystroke of typed queries over 100,000 posts."""
    profile = profile_of(bench)
    keys, p50, p99, worst, hits, text = bench.run("bench_store_search", profile).rstrip().split(" ", 5)
    row(f"search, {int(keys):,} keystrokes, {int(hits):,} hits: p50 / p99 ms", f"{p50} / {p99}", "target p99 50")
    row(f"  the slowest: “{text}”, ms", worst)


def fanout(bench):
    script = pathlib.Path("tests/bench/fanout.py")
    subprocess.run([sys.executable, script, "--bin", bench.bin, "--folder", bench.folder], check=True)


def sign_in(bench):
    """Does the time of a refusal tell whether the account exists? Interleaved wrong passwords; medians."""
    data = bench.fresh_data("sign_in")
    kinds = {"known": [], "disabled": [], "unknown": []}
    emails = {kind: [f"{kind}{i}@example.org" for i in range(3)] for kind in kinds}  # ten failures each are allowed
    for kind in ("known", "disabled"):
        for email in emails[kind]:
            bench.add_user(data, email)
    for email in emails["disabled"]:
        bench.run("vraagbaakd", "user", "disable", "--data", data, "--email", email)
    bench.serve(data)
    for attempt in range(27):
        for kind, times in kinds.items():
            body = json.dumps({"email": emails[kind][attempt % 3], "password": "een verkeerd wachtwoord"}).encode()
            request = urllib.request.Request(f"http://127.0.0.1:{bench.port}/v1/session", data=body, method="POST")
            begun = time.perf_counter()
            try:
                urllib.request.urlopen(request, timeout=60)
                raise RuntimeError("a wrong password was right")
            except urllib.error.HTTPError as refused:
                if refused.code != 401:
                    raise RuntimeError(f"refused with {refused.code}") from refused
            times.append(time.perf_counter() - begun)
    medians = {kind: statistics.median(times) * 1000 for kind, times in kinds.items()}
    row("refused sign-in, known / disabled / unknown, median ms", " / ".join(f"{one:.1f}" for one in medians.values()))
    row("  the slowest kind to the fastest", f"{max(medians.values()) / min(medians.values()):.3f}", "target 1.05")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def rsync_seconds(bench, files):
    """A daemon on loopback to an empty folder of the same disk, on disk at the end."""
    port = free_port()
    config = bench.folder / "rsyncd.conf"
    config.write_text(f"use chroot = no\nport = {port}\naddress = 127.0.0.1\n[files]\npath = {files}\nread only = yes\nuid = root\ngid = root\n",
                      encoding="utf-8")
    daemon = subprocess.Popen([*pin(0), "rsync", "--daemon", "--no-detach", f"--config={config}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        took = []
        for _ in range(RUNS):
            target = bench.fresh_data("rsync-target")
            began = time.monotonic()
            subprocess.run([*pin(1), "rsync", "-a", "--fsync", f"rsync://127.0.0.1:{port}/files/", str(target)], check=True)
            took.append(time.monotonic() - began)
        return statistics.median(took)
    finally:
        daemon.terminate()
        daemon.wait(10)


def loopback_bytes():
    for line in pathlib.Path("/proc/net/dev").read_text(encoding="utf-8").splitlines():
        if line.strip().startswith("lo:"):
            return int(line.split(":")[1].split()[0])
    return 0


def documents(bench):
    """2,000 files of 250 KB and, where they are, the files of a folder (VRAAGBAAK_BENCH_DOCUMENTS): first fetch against rsync, both on disk; the next sync; text and search"""
    files = bench.fresh_data("files")
    rng = __import__("random").Random(7)
    words = [f"{rng.choice(['schuld', 'jeugd', 'wijk', 'zorg', 'hulp'])}{rng.choice(['plan', 'team', 'vraag', 'loket', 'gesprek'])}{i}" for i in range(4000)]
    for number in range(2000):
        text = " ".join(rng.choices(words, k=20_000))[:250_000]
        (files / f"Document {number:04}.md").write_text(text, encoding="utf-8")
    given = os.environ.get("VRAAGBAAK_BENCH_DOCUMENTS")
    if given:
        shutil.copytree(given, files / "gegeven")
    size = sum(file.stat().st_size for file in files.rglob("*") if file.is_file())
    data = bench.fresh_data("documents")
    bench.add_user(data, "meting@example.org")
    bench.run("vraagbaakd", "channel", "create", "--data", data, "--name", "Meting", "--owner", "meting@example.org")
    began = time.monotonic()
    bench.run("vraagbaakd", "import", "documents", files, "--channel", "Meting", "--data", data)
    row("import, MB/s", f"{size / 1e6 / (time.monotonic() - began):.0f}")
    url = bench.serve(data)
    took, whole = [], []
    for run in range(RUNS):
        profile = bench.fresh_data(f"profile-{run}")
        bench.run("vraagbaak-cli", "--profile", profile, "sign-in", "meting@example.org", "--server", url)
        began = time.monotonic()
        watch = subprocess.Popen([*pin(1), bench.bin / "vraagbaak-cli", "--profile", profile, "sync"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # Here when every content is a whole file; its text follows in the background.
        count = sum(1 for file in files.rglob("*") if file.is_file())
        contents = profile / "documents" / "contents"
        while watch.poll() is None and sum(len(names) for _, _, names in os.walk(contents)) < count:
            time.sleep(0.02)
        took.append(time.monotonic() - began)
        watch.wait(900)
        whole.append(time.monotonic() - began)
    ours, theirs = statistics.median(took), rsync_seconds(bench, files)
    row("first fetch: MB/s, ours and rsync", f"{size / 1e6 / ours:.0f} and {size / 1e6 / theirs:.0f}")
    row("first fetch as a part of rsync", f"{theirs / ours:.2f}", "at least 0.6")
    row("the same with all texts read and indexed, MB/s", f"{size / 1e6 / statistics.median(whole):.1f}")
    before, began = loopback_bytes(), time.monotonic()
    bench.run("vraagbaak-cli", "--profile", profile, "sync")
    row("second sync, nothing changed: seconds", f"{time.monotonic() - began:.2f}", "under 1")
    # Each byte on loopback is counted once, headers included.
    row("second sync: kB moved", f"{(loopback_bytes() - before) / 1000:.1f}", "under 100")
    bench.stop()
    arguments = [given] if given else []
    queries = pathlib.Path(__file__).with_name("law_queries.tsv")
    if given and queries.exists():
        arguments += ["--queries", queries]
    facts = json.loads(bench.run("bench_documents", *arguments))
    for name, value in facts.items():
        row(f"texts and search: {name.replace('_', ' ')}", value)


def reading(bench):
    """A topic of 50,000 posts scrolled by pages (CPU of the thread that draws), and the first page of a PDF of 300 against pdftoppm"""
    facts = json.loads(bench.run("bench_reading", env={"QT_QPA_PLATFORM": "offscreen"}))
    row(f"scrolling {facts['posts']:,} posts, {facts['steps']:,} pages: p50 / p99 / longest ms",
        f"{facts['page_p50_ms']} / {facts['page_p99_ms']} / {facts['page_longest_ms']}", "none over 50")
    row("  pages over 50 ms", facts["stalls"], "0")
    row("  p99 of a page, against a topic with a hundredth of the posts", facts["page_p99_to_short_topic"])
    row("  opening ms; against that topic", f"{facts['open_ms']} / {facts['open_to_short_topic']}")
    row("first page of a PDF of 300 pages, pdftoppm of that page: ms", f"{facts['pdf_first_page_ms']} / {facts['pdftoppm_ms']}", "200 ms")
    row("  as a ratio", facts["pdf_to_pdftoppm"])


PARTS = {"documents": documents, "reading": reading, "commands": commands, "sync": sync, "start": start, "search": search, "fanout": fanout, "sign_in": sign_in}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--folder", type=pathlib.Path, required=True)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], help="all when none is named")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    bench = Bench(options.bin, options.folder)
    failed = False
    for part in options.parts or PARTS:
        print(f"\n{part}: {PARTS[part].__doc__ or ''}")
        try:
            PARTS[part](bench)
        except (RuntimeError, subprocess.SubprocessError, OSError) as error:
            failed = True
            print(f"  could not be measured: {error}")
        finally:
            bench.stop()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
