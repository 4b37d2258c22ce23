#!/usr/bin/env python3
"""Load and failures against a server of this machine that the command itself starts. It touches nothing but 127.0.0.0/8.

    server/tests/load/load.py flood          100 endless programs from one client while 30 others run examples
    server/tests/load/load.py connections    1,500 connections, silent, slow, half-open, and clients that do not read
    server/tests/load/load.py leavers        clients that ask for a run and go away
    server/tests/load/load.py kills          25 times kill -9 under shares: nothing acknowledged is lost
    server/tests/load/load.py workers        workers are killed at random under runs
    server/tests/load/load.py soak           all of it mixed, for --minutes; memory stays flat
    server/tests/load/load.py several        three servers on one PostgreSQL, which it starts; one is killed under shares and runs, all are replaced
    server/tests/load/load.py all            each of them

Each prints its figures as a JSON line, and ends with status 1 if something that is promised does not hold. --stillframe names the binary
(target/release/stillframe). Clients are addresses of the loopback network, which Linux lets a socket choose.
"""

import argparse
import asyncio
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = [path.read_text() for path in sorted(ROOT.glob("examples/*/*.py"))]
# Nothing here may wait for longer; what does has failed.
LONG = 120


class Server:
    """`stillframe serve` on a port of its own, with a database that outlives it."""

    def __init__(self, binary, folder, *flags, database=None):
        command = [binary, "--listen", "127.0.0.1:0", "--database", database or f"{folder}/programs.db", *flags]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        line = self.process.stdout.readline()
        assert "http://" in line, f"the server did not start: {line} {self.process.stderr.read() if not line else ''}"
        self.port = int(line.split("http://")[1].split()[0].rsplit(":", 1)[1])

    def workers(self):
        listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(self.process.pid)], capture_output=True, text=True, check=False)
        return [int(process) for process in listed.stdout.split()]

    def memory(self):
        """Mebibytes that the server itself holds."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) // 1024

    def end(self, how=signal.SIGTERM):
        began = time.monotonic()
        self.process.send_signal(how)
        self.process.wait(timeout=LONG)
        return time.monotonic() - began


class Gone(Exception):
    """The server closed the connection without an answer."""


async def ask(server, method, path, body=None, client=1, gzip=True):
    """One request on a connection of its own: status and body."""
    reader, writer = await connect(server, client)
    try:
        writer.write(head(server, method, path, body, gzip))
        await writer.drain()
        answer = await reader.read()
    except (ConnectionError, OSError) as error:
        raise Gone from error
    finally:
        writer.close()
    if not answer:
        raise Gone
    top, _, rest = answer.partition(b"\r\n\r\n")
    return int(top.split()[1]), rest


async def connect(server, client=1):
    local = (f"127.0.{client // 250}.{client % 250 + 1}", 0)
    try:
        return await asyncio.open_connection("127.0.0.1", server.port, local_addr=local)
    except (ConnectionError, OSError) as error:
        raise Gone from error


def head(server, method, path, body, gzip=True):
    content = b"" if body is None else json.dumps(body).encode()
    lines = [
        f"{method} {path} HTTP/1.1",
        f"Host: 127.0.0.1:{server.port}",
        "Connection: close",
        f"Accept-Encoding: {'gzip' if gzip else 'identity'}",
        "Content-Type: application/json",
        f"Content-Length: {len(content)}",
    ]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content


async def timed(times, request):
    began = time.monotonic()
    status, body = await asyncio.wait_for(request, LONG)
    times.append((time.monotonic() - began) * 1000)
    return status, body


def p(times, percent):
    return round(sorted(times)[min(len(times) - 1, len(times) * percent // 100)], 1) if times else None


def fresh(source, number):
    """The same program, unlike any that is kept."""
    return f"{source}\n# {number} {random.random()}\n"


def report(name, promised, **figures):
    """Prints the figures; whether all that is promised holds."""
    broken = [what for what, holds in promised.items() if not holds]
    print(json.dumps({"load": name, **figures, "broken": broken}), flush=True)
    return not broken


async def flood(options, folder):
    server = Server(options.stillframe, folder)

    async def example(times, number, client):
        status, _ = await timed(times, ask(server, "POST", "/api/trace", {"source": fresh(random.choice(EXAMPLES), number)}, client))
        return status

    async def others(times, statuses):
        async def one(client):
            for number in range(8):
                statuses.append(await example(times, number, client))
                await asyncio.sleep(random.random() * 0.5)

        await asyncio.gather(*(one(client) for client in range(2, 32)))

    async def health(times, end):
        while not end.is_set():
            await timed(times, ask(server, "GET", "/healthz", client=99))
            await asyncio.sleep(0.02)

    idle, loaded, alive, alive_idle, statuses = [], [], [], [], []
    end = asyncio.Event()
    watcher = asyncio.create_task(health(alive_idle, end))
    await others(idle, statuses)
    end.set()
    await watcher

    endless = {"source": "while True:\n    x = 1\n# "}
    greedy = [asyncio.create_task(ask(server, "POST", "/api/trace", {"source": f"{endless['source']}{n}"})) for n in range(100)]
    await asyncio.sleep(1)
    end = asyncio.Event()
    watcher = asyncio.create_task(health(alive, end))
    await others(loaded, statuses)
    end.set()
    await watcher
    for task in greedy:
        task.cancel()
    await asyncio.gather(*greedy, return_exceptions=True)
    server.end()
    return report(
        "flood",
        {
            "every example of the others is answered": all(status == 200 for status in statuses),
            "/healthz p99 under 50 ms": p(alive, 99) < 50,
            "nobody else's p99 over four times idle": p(loaded, 99) <= 4 * p(idle, 99),
        },
        idle_ms={"p50": p(idle, 50), "p99": p(idle, 99)},
        loaded_ms={"p50": p(loaded, 50), "p99": p(loaded, 99)},
        health_ms={"idle_p99": p(alive_idle, 99), "p50": p(alive, 50), "p99": p(alive, 99)},
        refused=sum(status != 200 for status in statuses),
    )


async def connections(options, folder):
    server = Server(options.stillframe, folder, "--client-connections", "1000")
    before = server.memory()
    large = {"source": "for i in range(20000):\n    x = [str(i) * 20, i]\n"}
    begun = [
        b"",
        b"GET / HTTP/1.1\r\nHost: 127",
        b"POST /api/trace HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 400000\r\n\r\n" + b"[" * 100_000,
        head(server, "POST", "/api/trace", large, gzip=False),
    ]
    held, most, times, statuses = [], before, [], []
    for number in range(1500):
        _, writer = await connect(server, client=2 + number % 3)
        writer.transport.pause_reading()
        writer.write(begun[number % len(begun)])
        held.append(writer)
    for number in range(100):
        status, _ = await timed(times, ask(server, "POST", "/api/trace", {"source": f"print({number})"}, client=9))
        statuses.append(status)
        most = max(most, server.memory())
        await asyncio.sleep(0.05)
    for writer in held:
        writer.close()
    await asyncio.sleep(1)
    after = server.memory()
    took = server.end()
    return report(
        "connections",
        {
            "every other request is answered": all(status == 200 for status in statuses),
            "the server holds less than 600 MiB": most < 600,
            "it ends within ten seconds": took < 10,
        },
        others_ms={"p50": p(times, 50), "p99": p(times, 99)},
        memory_mib={"before": before, "most": most, "after": after},
        end_s=round(took, 2),
    )


async def leavers(options, folder):
    server = Server(options.stillframe, folder)
    for number in range(200):
        _, writer = await connect(server, client=2 + number % 5)
        writer.write(head(server, "POST", "/api/trace", {"source": f"while True: {number}"}))
        await writer.drain()
        await asyncio.sleep(random.random() * 0.02)
        writer.transport.abort()
    began = time.monotonic()
    status, _ = await asyncio.wait_for(ask(server, "POST", "/api/trace", {"source": "print('after all of them')"}, client=9), LONG)
    took = time.monotonic() - began
    await asyncio.sleep(2)
    _, metrics = await ask(server, "GET", "/metrics")
    now = dict(line.split() for line in metrics.decode().splitlines() if line.startswith(("stillframe_running ", "stillframe_waiting ")))
    server.end()
    return report(
        "leavers",
        {
            "the next client is answered": status == 200,
            "nothing runs for those who left": now == {"stillframe_running": "0", "stillframe_waiting": "0"},
        },
        next_ms=round(took * 1000, 1),
        now=now,
    )


async def kills(options, folder):
    acknowledged, lost = {}, 0
    for round in range(25):
        server = Server(options.stillframe, folder)

        async def share(client, round=round, server=server):
            for number in range(10_000):
                source = f"print({round}, {client}, {number})"
                try:
                    status, body = await ask(server, "POST", "/api/programs", {"source": source}, client)
                except Gone:
                    return
                if status == 200:
                    acknowledged[json.loads(body)["address"]] = source

        sharing = [asyncio.create_task(share(client)) for client in range(2, 10)]
        await asyncio.sleep(0.1 + random.random() * 0.4)
        server.end(signal.SIGKILL)
        await asyncio.gather(*sharing)
    server = Server(options.stillframe, folder)
    for address, source in acknowledged.items():
        status, page = await ask(server, "GET", address, gzip=False)
        lost += status != 200 or json.dumps(source).encode() not in page
    server.end()
    promised = {"nothing that was acknowledged is lost": lost == 0, "something was acknowledged": len(acknowledged) > 100}
    return report("kills", promised, rounds=25, acknowledged=len(acknowledged), lost=lost)


async def workers(options, folder):
    server = Server(options.stillframe, folder)
    statuses, killed, end = {}, 0, asyncio.Event()

    async def run(client):
        for number in range(40):
            status, _ = await asyncio.wait_for(
                ask(server, "POST", "/api/trace", {"source": fresh("print(sum(range(200_000)))", number)}, client), LONG
            )
            statuses[status] = statuses.get(status, 0) + 1

    async def kill():
        nonlocal killed
        while not end.is_set():
            await asyncio.sleep(0.15)
            for worker in random.sample(found := server.workers(), min(1, len(found))):
                try:
                    os.kill(worker, random.choice([signal.SIGKILL, signal.SIGABRT, signal.SIGSEGV]))
                    killed += 1
                except ProcessLookupError:
                    pass

    killing = asyncio.create_task(kill())
    await asyncio.gather(*(run(client) for client in range(2, 8)))
    end.set()
    await killing
    status, _ = await ask(server, "POST", "/api/trace", {"source": "print('after')"})
    alive = server.process.poll() is None
    server.end()
    return report(
        "workers",
        {
            "a death costs one request at most": statuses.get(500, 0) <= killed,
            "every other request is answered": set(statuses) <= {200, 500},
            "the server lives and answers": alive and status == 200,
        },
        killed=killed,
        statuses=statuses,
    )


async def soak(options, folder):
    # A cache that is soon full: what grows then is a leak.
    server = Server(options.stillframe, folder, "--cache", "4")
    end = time.monotonic() + options.minutes * 60
    statuses, memory = {}, []

    def count(status):
        statuses[status] = statuses.get(status, 0) + 1

    async def visitor(client):
        number = 0
        while time.monotonic() < end:
            number += 1
            what = random.random()
            source = fresh(random.choice(EXAMPLES), number)
            try:
                if what < 0.5:
                    count((await ask(server, "POST", "/api/trace", {"source": source}, client, gzip=random.random() < 0.9))[0])
                elif what < 0.7:
                    count((await ask(server, "GET", "/", client=client))[0])
                elif what < 0.8:
                    count((await ask(server, "POST", "/api/programs", {"source": source}, client))[0])
                elif what < 0.9:
                    count((await ask(server, "POST", "/api/trace", {"source": f"x = []\nwhile True: x = [x, {number}]"}, client))[0])
                else:
                    _, writer = await connect(server, client)
                    writer.write(head(server, "POST", "/api/trace", {"source": f"while True: {number}, {client}"}))
                    await asyncio.sleep(0.2)
                    writer.transport.abort()
            except Gone:
                count("gone")
            await asyncio.sleep(random.random() * 0.3)

    async def watch():
        while time.monotonic() < end:
            await asyncio.sleep(min(5, options.minutes * 4))
            memory.append(server.memory())

    await asyncio.gather(watch(), *(visitor(client) for client in range(2, 22)))
    took = server.end()
    half = memory[len(memory) // 2 :]
    return report(
        "soak",
        {
            "nothing but answers, and refusals of a crowd": set(statuses) <= {200, 503, 429},
            "memory stays flat": max(half) <= 1.25 * max(memory[: len(memory) // 2]) + 16,
            "it ends within ten seconds": took < 10,
        },
        minutes=options.minutes,
        statuses=statuses,
        memory_mib={"first": memory[0], "middle": half[0], "last": memory[-1], "most": max(memory)},
    )


class Postgres:
    """A PostgreSQL of its own in a folder."""

    def __init__(self, folder):
        self.data, self.port = f"{folder}/postgres", random.randrange(20_000, 30_000)
        self.command("initdb", "--auth=trust", "--username=stillframe", "--no-sync")
        listen = f"-h 127.0.0.1 -p {self.port} -k {folder}"
        self.command("pg_ctl", "--wait", f"--log={folder}/postgres.log", f"--options={listen}", "start")
        self.url = f"postgres://stillframe@127.0.0.1:{self.port}/postgres"

    def command(self, name, *arguments):
        found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
        line = [str(found[-1]) if found else name, f"--pgdata={self.data}", *arguments]
        if os.geteuid() == 0:
            # It refuses to run as root.
            folder = Path(self.data).parent
            os.chown(folder, 65534, 65534)
            line = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *line]
        subprocess.run(line, check=True, stdout=subprocess.DEVNULL)

    def end(self, how="fast"):
        self.command("pg_ctl", "--wait", f"--mode={how}", "stop")


async def several(options, folder):
    postgres = Postgres(folder)

    def start():
        return Server(options.stillframe, folder, database=postgres.url)

    # All at once, on a database without tables.
    servers = list(await asyncio.gather(*(asyncio.to_thread(start) for _ in range(3))))
    acknowledged, failed, runs, end = {}, [], {}, asyncio.Event()

    async def proxied(method, path, body, client):
        """As a load balancer does it: another server is asked where one is gone."""
        for server in random.sample(servers, len(servers)) * 3:
            try:
                return await asyncio.wait_for(ask(server, method, path, body, client), LONG)
            except Gone:
                await asyncio.sleep(0.02)
        raise Gone

    async def visitor(client):
        number = 0
        while not end.is_set():
            number += 1
            source = f"print({client}, {number})"
            try:
                status, body = await proxied("POST", "/api/programs", {"source": source}, client)
                if status == 200:
                    acknowledged[json.loads(body)["address"]] = source
                else:
                    failed.append(status)
                status, _ = await proxied("POST", "/api/trace", {"source": source}, client)
                runs[status] = runs.get(status, 0) + 1
            except Gone:
                failed.append("gone")

    visitors = [asyncio.create_task(visitor(client)) for client in range(2, 10)]
    await asyncio.sleep(2)
    killed = servers.pop(0)
    killed.end(signal.SIGKILL)
    await asyncio.sleep(1)
    # A deploy: each is replaced by a new one that is ready, and only then ends.
    servers.append(await asyncio.to_thread(start))
    for _ in range(2):
        servers.append(await asyncio.to_thread(start))
        old = servers.pop(0)
        await asyncio.to_thread(old.end)
        await asyncio.sleep(0.5)
    end.set()
    await asyncio.gather(*visitors)

    lost = 0
    for address, source in acknowledged.items():
        status, page = await ask(random.choice(servers), "GET", address, gzip=False)
        lost += status != 200 or json.dumps(source).encode() not in page

    nulls, _ = await ask(servers[0], "POST", "/api/programs", {"source": "'\0'"})
    read, with_input = await ask(servers[0], "POST", "/api/programs", {"source": "print(input())", "input": "Ada and others"})
    _, opened = await ask(servers[1], "GET", json.loads(with_input)["address"], gzip=False) if read == 200 else (0, b"")

    # Without the database shares are refused with a sentence, runs go on; with it all is well again.
    await asyncio.to_thread(postgres.end, "immediate")
    down, sentence = await ask(servers[0], "POST", "/api/programs", {"source": "print('down')"})
    ready, _ = await ask(servers[0], "GET", "/readyz")
    running, _ = await ask(servers[0], "POST", "/api/trace", {"source": "print('runs without')"})
    listen = f"-h 127.0.0.1 -p {postgres.port} -k {folder}"
    await asyncio.to_thread(postgres.command, "pg_ctl", "--wait", f"--log={folder}/postgres.log", f"--options={listen}", "start")
    again, _ = await ask(servers[0], "POST", "/api/programs", {"source": "print('again')"})
    for server in servers:
        server.end()
    command = [options.stillframe, "programs", "stats", "--database", postgres.url]
    stats = await asyncio.to_thread(subprocess.run, command, capture_output=True, text=True, check=False)
    postgres.end()
    return report(
        "several",
        {
            "nothing that was acknowledged is lost": lost == 0 and len(acknowledged) > 100,
            "a program keeps its input": b"Ada and others" in opened,
            "what PostgreSQL can't keep is refused with a sentence": nulls == 400,
            "every request was answered by some server": not failed and set(runs) == {200},
            "without the database shares are refused, and runs go on": (down, ready, running) == (503, 503, 200)
            and b"can't be reached" in sentence,
            "it is used again when it comes back": again == 200,
            "the commands read it too": stats.returncode == 0 and json.loads(stats.stdout)["programs"] > len(acknowledged),
        },
        acknowledged=len(acknowledged),
        lost=lost,
        failed=failed[:5],
        runs=runs,
    )


LOADS = {load.__name__: load for load in (flood, connections, leavers, kills, workers, soak, several)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("load", choices=[*LOADS, "all"])
    parser.add_argument("--stillframe", default=str(ROOT / "target/release/stillframe"))
    parser.add_argument("--minutes", type=float, default=5, help="how long `soak` takes")
    options = parser.parse_args()
    assert len(EXAMPLES) > 10, "the examples are not where they should be"
    fine = True
    for name in LOADS if options.load == "all" else [options.load]:
        with tempfile.TemporaryDirectory() as folder:
            fine &= asyncio.run(LOADS[name](options, folder))
    sys.exit(0 if fine else 1)


if __name__ == "__main__":
    main()
