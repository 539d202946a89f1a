// Checks `diff -f json-patch` and `-f merge-patch` with independent programs, npm fast-json-patch and json-merge-patch:
// applied to the first event, a patch must give the second.
//
//     node tests/differential/patches.mjs --program PATH
//
// Needs: npm fast-json-patch, npm json-merge-patch

import fs from 'node:fs';
import path from 'node:path';

import jsonPatch from 'fast-json-patch';
import mergePatch from 'json-merge-patch';

import { randomJson } from './lib/random_json.mjs';
import { random, report, run, withFolder } from './lib/support.mjs';

const { check, end } = report();
const copy = (value) => JSON.parse(JSON.stringify(value));

/** Combines many pairs into one pair of events, so that one run of the program is enough. */
function bundle(pairs) {
  const events = [{}, {}];
  pairs.forEach((pair, number) => events.forEach((event, side) => { event[`case ${number}`] = pair[side]; }));
  return events;
}

/** The JSON Pointers of new nulls, found by walking both events. */
function newNulls(before, after, pointer = '') {
  if (after === null) return before === null ? [] : [pointer];
  if (typeof after !== 'object' || Array.isArray(after)) return [];
  const old = before !== null && typeof before === 'object' && !Array.isArray(before) ? before : {};
  return Object.keys(after).flatMap((key) =>
    newNulls(Object.hasOwn(old, key) ? old[key] : undefined, after[key],
      `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`));
}

function checkPair(name, folder, before, after) {
  const files = ['a.json', 'b.json'].map((file) => path.join(folder, file));
  fs.writeFileSync(files[0], JSON.stringify(before, null, 1));
  fs.writeFileSync(files[1], JSON.stringify(after));

  const patch = run(['diff', '-f', 'json-patch', ...files]);
  const operations = JSON.parse(patch.stdout);
  check(`${name}: json-patch`, jsonPatch.applyPatch(copy(before), operations, true).newDocument, after);
  check(`${name}: json-patch status`, patch.status, operations.length > 0 ? 1 : 0);

  const merge = run(['diff', '-f', 'merge-patch', ...files]);
  const unsayable = newNulls(before, after);
  if (unsayable.length > 0) {
    const told = merge.stderr.split('\n').filter((line) => line.startsWith('hookspect: '));
    check(`${name}: merge-patch nulls`, told.length, unsayable.length);
    check(`${name}: merge-patch with nulls`, [merge.status, merge.stdout], [3, '']);
    return;
  }
  const document = JSON.parse(merge.stdout);
  check(`${name}: merge-patch`, mergePatch.apply(copy(before), document), after);
  check(`${name}: merge-patch status`, merge.status, Object.keys(document).length > 0 ? 1 : 0);
}

const numbers = random(20);
const withNulls = randomJson(numbers);
const withoutNulls = randomJson(numbers, { nulls: 0 });
withFolder((folder) => {
  for (let round = 0; round < 100; round += 1) {
    checkPair(`event ${round}`, folder, ...withNulls.pair(4));
    checkPair(`event ${round} without null`, folder, ...withoutNulls.pair(6));
    const source = round % 2 === 0 ? withoutNulls : withNulls;
    checkPair(`bundle ${round}`, folder, ...bundle(Array.from({ length: 40 }, () => source.pair(4))));
  }
  checkPair('the same', folder, { a: [1, { b: null }] }, { a: [1, { b: null }] });
  const deep = (end) => Array.from({ length: 120 }).reduce((inner) => ({ a: inner }), end);
  checkPair('deep', folder, deep([1]), deep([1, 2]));
});
end(1000);
