#!/usr/bin/env python3
"""The demo: a server with sample content, and either the desktop app in a window, or the story played without a display:
a question is asked, reaches the experts who are online, one answers without a network, and the answer arrives. Every
number printed comes from an event that happened."""
import argparse
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time

PASSWORD = "vraagbaak-demo"
ASKER = "sanne.deboer@example.nl"
CATEGORY = "Armoede"
TITLE = "Hoe snel bellen jullie na een melding van de woningcorporatie?"
BODY = "Wij krijgen de laatste maanden veel meldingen van huurachterstand. Lukt het jullie om binnen drie werkdagen te bellen, en wie doet dat?"
ANSWER = "Bij ons belt de vroegsignaleerder binnen twee werkdagen; lukt dat niet, dan gaat iemand van het wijkteam langs."
ONLINE_EXPERTS = 6
EVENT_SECONDS_MAX = 60


def say(text):
    print(text, flush=True)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Demo:
    def __init__(self, bin_folder, folder):
        self.bin = bin_folder.resolve()
        self.folder = folder.resolve()
        self.server = None
        self.url = ""
        self.children = []

    # ---- the server ------------------------------------------------------------------------------------------

    def start_server(self):
        data = self.folder / "server"
        shutil.rmtree(self.folder, ignore_errors=True)
        data.mkdir(parents=True)
        self.run("vraagbaakd", "import", "sample", "resources/sample", "--passwords", "--data", data)
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        log = open(self.folder / "server.log", "w", encoding="utf-8")
        self.server = subprocess.Popen([self.bin / "vraagbaakd", "serve", "--data", data, "--listen", f"127.0.0.1:{port}"],
                                       stdout=log, stderr=subprocess.STDOUT)
        self.children.append(self.server)
        for _ in range(200):
            if self.server.poll() is not None:
                sys.exit(f"the server did not start; see {self.folder / 'server.log'}")
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                return
            except OSError:
                time.sleep(0.05)
        sys.exit("the server does not answer")

    def stop(self):
        for child in reversed(self.children):
            if child.poll() is None:
                child.send_signal(signal.SIGTERM)
        for child in reversed(self.children):
            try:
                child.wait(15)
            except subprocess.TimeoutExpired:
                child.kill()
        if self.server is not None:
            say(f"server stopped in good order: exit {self.server.returncode}")

    # ---- the headless client ---------------------------------------------------------------------------------

    def run(self, program, *arguments, check=True):
        done = subprocess.run([self.bin / program, *map(str, arguments)], capture_output=True, text=True,
                              env={**os.environ, "VRAAGBAAK_PASSWORD": PASSWORD}, check=False)
        if check and done.returncode != 0:
            sys.exit(f"{program} {' '.join(map(str, arguments))} gave {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout

    def cli(self, who, *arguments, check=True):
        out = self.run("vraagbaak-cli", "--json", "--profile", self.profile(who), *arguments, check=check)
        return json.loads(out) if out.strip() else {}

    def profile(self, who):
        return self.folder / "profiles" / who.split("@")[0]

    def sign_in(self, who):
        self.cli(who, "--server", self.url, "sign-in", who)
        self.cli(who, "sync")

    def watch(self, who, events):
        child = subprocess.Popen([self.bin / "vraagbaak-cli", "--json", "--profile", self.profile(who), "watch"],
                                 stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.children.append(child)

        def read():
            for line in child.stdout:
                event = json.loads(line)
                with events:
                    events.seen.append((who, event))
                    events.notify_all()

        threading.Thread(target=read, daemon=True).start()
        return child


class Events(threading.Condition):
    def __init__(self):
        super().__init__()
        self.seen = []

    def wait_for_all(self, people, fits, what):
        end = time.time() + EVENT_SECONDS_MAX
        with self:
            while True:
                found = {}
                for who, event in self.seen:
                    if who in people and fits(event):
                        found.setdefault(who, event)
                if len(found) == len(people):
                    return found
                left = end - time.time()
                if left <= 0:
                    sys.exit(f"{what}: only {len(found)} of {len(people)} within {EVENT_SECONDS_MAX} s")
                self.wait(left)


def experts_of(slug):
    people = json.loads(pathlib.Path("resources/sample/people.json").read_text(encoding="utf-8"))
    return [person for person in people if slug in person["expertise"]]


def story(demo):
    experts = [person for person in experts_of("armoede-schulden") if person["email"] != ASKER]
    online = [person["email"] for person in experts[:ONLINE_EXPERTS]]
    traveller = experts[ONLINE_EXPERTS]["email"]
    for who in [ASKER, traveller, *online]:
        demo.sign_in(who)
    say(f"{len(online)} experts are online, {experts[ONLINE_EXPERTS]['name']} is on a train without a network")
    events = Events()
    for who in online:
        demo.watch(who, events)
    events.wait_for_all(online, lambda event: event["event"] == "live", "online")

    say(f"asked: {TITLE}")
    before = time.time() * 1000
    asked = demo.cli(ASKER, "ask", "--title", TITLE, "--body", BODY, "--category", CATEGORY)
    say(f"state: {asked['state']}, routed to {asked['routed_to']}")
    arrivals = events.wait_for_all(online, lambda event: event.get("id") == asked["id"], "the question")
    seen = sorted(event["received_at"] for event in arrivals.values())
    # The command's own start-up and connection are part of the first figure; the spread is the push alone.
    say(f"on the screens of all {len(seen)} online experts {seen[-1] - before:.0f} ms after the command was typed; "
        f"the last {seen[-1] - seen[0]:.0f} ms after the first")

    demo.cli(traveller, "sync")
    question = asked["id"]
    queued = demo.cli(traveller, "--offline", "answer", question, "--body", ANSWER)
    waiting = demo.cli(traveller, "--offline", "outbox")["entries"]
    say(f"answered on the train: state {queued['state']}, {len(waiting)} waiting in the outbox, not on the server")
    before = time.time() * 1000
    demo.cli(traveller, "sync")
    waiting = demo.cli(traveller, "--offline", "outbox")["entries"]
    arrivals = events.wait_for_all(online, lambda event: event.get("id") == question and event.get("answers") == 1, "the answer")
    seen = sorted(event["received_at"] for event in arrivals.values())
    say(f"the network is back: delivered, {len(waiting)} waiting; on all screens {seen[-1] - before:.0f} ms after the command")
    demo.cli(ASKER, "sync")
    view = demo.cli(ASKER, "show", question)
    say(f"the asker reads: {view['answers'][0]['body']}")
    demo.cli(ASKER, "helpful", question, view["answers"][0]["id"])
    found = demo.cli(ASKER, "--offline", "search", "wijkteam vroegsignaleerder")
    say(f"found again without a network: {len(found['hits'])} hits")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--folder", type=pathlib.Path, required=True)
    parser.add_argument("--window", action="store_true", help="the desktop app in a window, until it is closed")
    options = parser.parse_args()
    demo = Demo(options.bin, options.folder)
    try:
        demo.start_server()
        say(f"server with sample content on {demo.url}")
        if options.window:
            say(f"sign in as {ASKER} (or any address in resources/sample/people.json) with the password {PASSWORD}")
            subprocess.run([demo.bin / "vraagbaak", "--server", demo.url, "--profile", demo.profile("window"), "--email", ASKER], check=False)
            return
        story(demo)
        pictures = demo.folder / "screens"
        tour = subprocess.run([demo.bin / "vraagbaak", "--tour", pictures, "--server", demo.url, "--profile", demo.profile("tour"), "--email", ASKER],
                              env={**os.environ, "VRAAGBAAK_PASSWORD": PASSWORD}, check=False)
        if tour.returncode != 0:
            sys.exit(f"the tour ended with {tour.returncode}")
        say(f"{len(list(pictures.rglob('*.png')))} screenshots in {pictures}")
    finally:
        demo.stop()


if __name__ == "__main__":
    main()
