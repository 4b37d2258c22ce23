import assert from "node:assert/strict";
import { test } from "node:test";
import { markdownOf } from "../../js/model/markdown.js";
import { run } from "./fixtures.js";

test("a program becomes Markdown with its output and its link", () => {
  const it = run("channel");
  const text = markdownOf({
    source: it.source,
    input: "",
    title: "Two [way] channel",
    link: "https://x.example/p/abc?step=3",
    notes: [],
    run: it,
  });
  assert.ok(text.startsWith("**[Two \\[way\\] channel](https://x.example/p/abc?step=3)**\n\n```python stillframe\n"));
  const [, output] = text.split("Output:\n\n```text output\n");
  assert.equal(output, `${it.trace.raw.output.of.map((entry) => entry.text).join("")}\`\`\`\n`);
});

test("a fence is longer than those in the program", () => {
  const text = markdownOf({
    source: 'print("````")',
    input: "a",
    title: "t",
    link: "l",
    notes: [{ step: 3, text: "a *b*\n<i>" }],
    run: null,
  });
  assert.ok(text.includes('`````python stillframe\nprint("````")\n`````'));
  assert.ok(text.includes("Input:\n\n```text input\na\n```") && !text.includes("Output"));
  assert.ok(text.endsWith("\n\n- Step 3: a \\*b\\* \\<i>\n"), text);
});
