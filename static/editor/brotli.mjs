// Compresses a file as far as brotli can: `node brotli.mjs FROM TO`. server/build.rs does so with the interpreter's WebAssembly module.

import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const [from, to] = process.argv.slice(2);
if (!from || !to) throw new Error("Error: say `node brotli.mjs FROM TO`");
const plain = readFileSync(from);
writeFileSync(to, brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }));
