// The library's frames shown, too: what holds of a run then that fixtures would be too large for.

import assert from "node:assert/strict";
import { test } from "node:test";
import { runOf } from "./programs.js";

const BLOCKS = `import asyncio
import time

async def main():
    time.sleep(1)
    print("slept")

asyncio.run(main())
`;

test("a callback runs on while its own time.sleep lets time pass, in a frame of the library", () => {
  const { trace, loop } = runOf(BLOCKS, "--library");
  const main = trace.frames.find(({ name }) => name === "main")?.id ?? -1;
  const slept = Array.from(trace.stepsOf(main)).find((s) => trace.step(s).line === 6) ?? -1;
  assert.equal(loop.at(slept).time, 1);
  for (const s of [slept - 1, slept]) assert.equal(loop.at(s).now?.frame, main, `step ${s}`);
});
