// Bundles the editor, the page's modules and its style sheets: `npm ci --ignore-scripts && node build.mjs --root=PATH --outdir=PATH`, where the root
// is the top of the repository. server/build.rs does so in a copy of this folder and embeds what comes of it.

import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const [root, outdir] = ["root", "outdir"].map((name) => {
  const found = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  if (!found) throw new Error(`Error: say --${name}=PATH`);
  return found.slice(name.length + 3);
});

/** @type {import("esbuild").BuildOptions} */
const options = { bundle: true, minify: true, format: "esm", target: "es2022", legalComments: "eof", logLevel: "warning" };

await build({ ...options, entryPoints: [new URL("codemirror.js", import.meta.url).pathname], outfile: join(outdir, "editor.js") });
await build({ ...options, entryPoints: [new URL("qr.js", import.meta.url).pathname], outfile: join(outdir, "qr.js") });
await build({ ...options, entryPoints: [join(root, "static/js/main.js")], outfile: join(outdir, "page.js") });
await build({
  ...options,
  entryPoints: [join(root, "static/js/net/interpreter-worker.js")],
  outfile: join(outdir, "interpreter-worker.js"),
});
await build({ ...options, entryPoints: [join(root, "static/js/first-paint.js")], outfile: join(outdir, "first-paint.js"), format: "iife" });

await build({ ...options, entryPoints: [join(root, "static/js/embed.js")], outfile: join(outdir, "embed.js") });

// The templates name the style sheets, in their order.
for (const name of ["page", "embed"]) {
  const template = readFileSync(join(root, `templates/${name}.html`), "utf8");
  const sheets = [...template.matchAll(/"\/static\/(css\/[^"?]+)\?/g)].map(([, path]) => `@import "./${path}";`);
  await build({
    ...options,
    stdin: { contents: sheets.join("\n"), loader: "css", resolveDir: join(root, "static") },
    outfile: join(outdir, `${name}.css`),
  });
}
