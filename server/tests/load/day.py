#!/usr/bin/env python3
"""What a day of classrooms costs a server: processor time, cache, database, bytes sent. It starts a server on 127.0.0.1 and ends it.

    server/tests/load/day.py --classes 20      20 lessons, each a class of 30 behind one address

A lesson: everybody opens the link that the teacher shared, and runs the program. Then everybody changes it, some as the task says, so that many
have the same text, some in a way of their own, and runs it again and again. A few share what they made. The shares of each are constants below:
guesses, as nobody has counted real lessons yet.

It prints one JSON line. docs/scale.md reckons with it.
"""

import argparse
import asyncio
import json
import os
import random
import tempfile
from collections import Counter
from pathlib import Path

from load import EXAMPLES, ROOT, Server, ask

STUDENTS = 30
RUNS_EACH = 8
# Of the changed programs so many are one of the few that the task leads to.
AS_TOLD = 0.4
WAYS_AS_TOLD = 6
SHARES = 0.1
SHARES_COSTED = 1000
TICKS = os.sysconf("SC_CLK_TCK")


def processor_ms(server):
    """Milliseconds of processor time that the server and all its workers have taken, those that have ended included."""
    own = stat(server.process.pid)
    ticks = sum(own[13:17]) + sum(sum(stat(worker)[13:15]) for worker in server.workers())
    return ticks * 1000 / TICKS


def stat(process):
    """The numbers of /proc/PID/stat by their place there, counted from 0."""
    before, _, after = Path(f"/proc/{process}/stat").read_text().rpartition(")")
    return [0, 0, 0, *map(int, after.split()[1:])]


class Day:
    """Lessons at one server, and what was asked of it."""

    def __init__(self, server):
        self.server = server
        self.asked = Counter()
        self.sent = Counter()
        self.refused = 0

    async def request(self, what, client, method, path, body=None):
        status, answer = await ask(self.server, method, path, body, client)
        self.asked[what] += 1
        self.sent[what] += len(answer)
        self.refused += status != 200
        return answer

    async def lesson(self, client, chance):
        program = f"{chance.choice(EXAMPLES)}\n# lesson {client}\n"
        shared = await self.request("share", client, "POST", "/api/programs", {"source": program})
        address = json.loads(shared)["address"]
        await asyncio.gather(*(self.student(client, program, address, random.Random(chance.random())) for _ in range(STUDENTS)))

    async def student(self, client, program, address, chance):
        await asyncio.sleep(chance.random() * 2)
        await self.request("page", client, "GET", address)
        for _ in range(RUNS_EACH):
            await asyncio.sleep(chance.random() * 2)
            changed = f"{program}# {chance.randrange(WAYS_AS_TOLD) if chance.random() < AS_TOLD else chance.random()}\n"
            await self.request("run", client, "POST", "/api/trace", {"source": changed})
            if chance.random() < SHARES / RUNS_EACH:
                await self.request("share", client, "POST", "/api/programs", {"source": changed})


async def cost_of(server, count, request):
    """Milliseconds of processor time for one of many equal requests."""
    before = processor_ms(server)
    for number in range(count):
        status, _ = await request(number)
        assert status == 200, status
    return round((processor_ms(server) - before) / count, 2)


async def counted(server):
    """How many traces came from the cache, and how many from a run."""
    _, metrics = await ask(server, "GET", "/metrics")
    prefix = "stillframe_traces_total{"
    rows = (line.rpartition(" ") for line in metrics.decode().splitlines() if line.startswith(prefix))
    return {name.split('"')[1]: int(value) for name, _, value in rows}


async def measure(options, folder):
    server = Server(options.stillframe, folder)
    await ask(server, "POST", "/api/trace", {"source": "print('warm')"})

    def trace(number):
        source = EXAMPLES[number % len(EXAMPLES)]
        return ask(server, "POST", "/api/trace", {"source": f"{source}\n# {number}\n"}, client=2 + number % 50)

    def share(number):
        source = EXAMPLES[number % len(EXAMPLES)]
        return ask(server, "POST", "/api/programs", {"source": f"{source}\n# {number}\n"}, client=2 + number % 50)

    costs = {
        "fresh run": await cost_of(server, 400, trace),
        "run from the cache": await cost_of(server, 400, trace),
        "page": await cost_of(server, 400, lambda number: ask(server, "GET", "/", client=2 + number % 50)),
        "share": await cost_of(server, SHARES_COSTED, share),
    }
    traces, busy = await counted(server), processor_ms(server)
    day = Day(server)
    chance = random.Random(1)
    await asyncio.gather(*(day.lesson(60 + number, chance) for number in range(options.classes)))
    after = await counted(server)
    ran = {name: after[name] - traces[name] for name in after}
    figures = {
        "classes": options.classes,
        "asked": day.asked,
        "refused": day.refused,
        "ms_each": costs,
        "ms_a_run_of_the_day": round((processor_ms(server) - busy) / day.asked["run"], 2),
        "traces": ran,
        "kilobytes_each": {what: round(day.sent[what] / count / 1000, 1) for what, count in day.asked.items()},
        "memory_mib": server.memory(),
    }
    server.end()
    figures["database_bytes_a_share"] = round(database_bytes(folder) / (SHARES_COSTED + day.asked["share"]))
    print(json.dumps(figures))


def database_bytes(folder):
    return Path(folder, "programs.db").stat().st_size


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stillframe", default=str(ROOT / "target/release/stillframe"))
    parser.add_argument("--classes", type=int, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(options, folder))


if __name__ == "__main__":
    main()
