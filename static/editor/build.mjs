// Bundles the editor, the page's modules and its style sheets: `npm ci --ignore-scripts && node build.mjs --root=PATH --outdir=PATH`, where the root
// is the top of the repository. server/build.rs does so in a copy of this folder and embeds what comes of it.

import { build } from "esbuild";
import { readFileSync, readdirSync } from "node:fs";
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
await build({
  ...options,
  entryPoints: [join(root, "static/js/net/interpreter-worker.js")],
  outfile: join(outdir, "interpreter-worker.js"),
});
await build({ ...options, entryPoints: [join(root, "static/js/first-paint.js")], outfile: join(outdir, "first-paint.js"), format: "iife" });

// What says words is bundled for each language.
for (const language of languages()) {
  for (const [name, entry] of [
    ["page", "main"],
    ["embed", "embed"],
    ["course", "course"],
  ]) {
    const plugins = [wordsOf(language)];
    await build({
      ...options,
      plugins,
      entryPoints: [join(root, `static/js/${entry}.js`)],
      outfile: join(outdir, `${name}-${language}.js`),
    });
  }
}

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

function languages() {
  const entries = readdirSync(join(root, "static/js/words"), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

/** The words of one language in the place of those of the page's, so that the bundle has no other, and of these only what it says. @returns {import("esbuild").Plugin} */
function wordsOf(/** @type {string} */ language) {
  return {
    name: "words",
    setup(building) {
      building.onLoad({ filter: /\/static\/js\/.*\.js$/ }, ({ path }) => {
        const text = readFileSync(path, "utf8");
        return {
          contents: text.replace(/^import \{ words \} from "(.*\/)words\.js";$/m, `import * as words from "$1${language}/${language}.js";`),
        };
      });
    },
  };
}
