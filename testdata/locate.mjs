// Prints the place of a text in a file, as findings give it, and checks the places in broken/expected.tsv.
//
//     node testdata/locate.mjs FILE 'before¦text'    line, column and offset of `text` after `before`
//     node testdata/locate.mjs --check               every row of broken/expected.tsv: its file exists, its line and
//                                                    column are those of its offset, its key is written there
//
// Lines and columns count from 1, offsets from 0. A column counts code points; a byte that is not UTF-8 counts as one.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Line and column of the byte at `offset` (which may be the end of the body). */
export function place(bytes, offset) {
  const before = bytes.subarray(0, offset);
  const line = before.filter((byte) => byte === 0x0a).length + 1;
  const start = before.lastIndexOf(0x0a) + 1;
  let column = 1;
  for (let at = start; at < offset; at += sequenceLength(bytes, at)) column++;
  return { line, column, offset };
}

function sequenceLength(bytes, at) {
  const lead = bytes[at];
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc2 ? 2 : 1;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(at, at + length));
    return length;
  } catch {
    return 1;
  }
}

/** Offset of the place marked by `¦` in `context`, which must occur exactly once in `bytes`. */
export function find(bytes, context) {
  const [before, after] = context.split('¦').map((part) => Buffer.from(part));
  const needle = Buffer.concat([before, after]);
  const at = bytes.indexOf(needle);
  if (at < 0) throw new Error(`not there: ${context}`);
  if (bytes.indexOf(needle, at + 1) >= 0) throw new Error(`there twice: ${context}`);
  return at + before.length;
}

function checkTable(folder) {
  const rows = fs.readFileSync(path.join(folder, 'expected.tsv'), 'utf8').split('\n')
    .filter((row) => row && !row.startsWith('#')).slice(1).map((row) => row.split('\t'));
  const faults = [];
  for (const [file, rule, , , line, column, offset, , key] of rows) {
    const bytes = fs.readFileSync(path.join(folder, file));
    const is = place(bytes, Number(offset));
    if (is.line !== Number(line) || is.column !== Number(column)) faults.push(`${file}: is at ${is.line}:${is.column}`);
    if (file.split(/--|\./)[0] !== rule) faults.push(`${file}: named after another rule than ${rule}`);
    if (key !== '-') {
      const start = Math.max(bytes.lastIndexOf('&', Number(offset)), bytes.lastIndexOf('\n', Number(offset))) + 1;
      if (bytes.indexOf(`${key}=`, start) !== start) faults.push(`${file}: no field ${key} there`);
    }
  }
  const named = new Set(rows.map(([file]) => file));
  if (named.size !== rows.length) faults.push('expected.tsv: a file stands twice');
  for (const file of fs.readdirSync(folder)) {
    if (file !== 'expected.tsv' && !named.has(file)) faults.push(`${file}: not in expected.tsv`);
  }
  faults.forEach((fault) => console.error(fault));
  console.log(`${rows.length} rows, ${faults.length} faults`);
  return faults.length ? 1 : 0;
}

const here = fileURLToPath(import.meta.url);
if (process.argv[1] === here) {
  const [first, context] = process.argv.slice(2);
  if (first === '--check') {
    process.exitCode = checkTable(path.join(path.dirname(here), 'broken'));
  } else {
    const bytes = fs.readFileSync(first);
    const { line, column, offset } = place(bytes, find(bytes, context));
    console.log(`line ${line}, column ${column}, offset ${offset}`);
  }
}
