// Bundles the editor: `npm ci --ignore-scripts && node build.mjs --outfile=PATH` (without it: dist/editor.js).
// server/build.rs does so in a copy of this folder and embeds the file, which is then served as /static/editor.js.

import { build } from "esbuild";

const outfile = process.argv.find((argument) => argument.startsWith("--outfile="))?.slice("--outfile=".length) ?? "dist/editor.js";

await build({
  entryPoints: [new URL("codemirror.js", import.meta.url).pathname],
  outfile,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  legalComments: "eof",
  logLevel: "warning",
});
