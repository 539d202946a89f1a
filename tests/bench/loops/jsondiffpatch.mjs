// node jsondiffpatch.mjs A B: the differences of each line of A to the same line of B.

import { create } from 'jsondiffpatch';

import { linesOf, print } from './lines.mjs';

const [before, after] = process.argv.slice(2).map(linesOf);
const differ = create();
const deltas = [];
before.forEach((line, i) => {
  const delta = differ.diff(JSON.parse(line), JSON.parse(after[i]));
  if (delta !== undefined) deltas.push(JSON.stringify(delta));
});
print(deltas);
process.exitCode = deltas.length ? 1 : 0;
