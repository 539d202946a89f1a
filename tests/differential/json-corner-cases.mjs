// Every corner case of tests/data/json-corner-cases.tsv, whose expected values were checked against other JSON parsers
// by check-corner-cases.mjs, in one run over one file each.

import fs from 'node:fs';
import path from 'node:path';

import { parseLines, project, readTable, report, run, withFolder } from './lib/support.mjs';

const unreadable = new Set(['json-syntax', 'utf8', 'limit', 'not-an-event']);

function unescape(text) {
  const named = { n: '\n', r: '\r', t: '\t', '\\': '\\' };
  const parts = [...text.matchAll(/\\x([0-9A-Fa-f]{2})|\\([nrt\\])|[^\\]+/g)];
  return Buffer.concat(parts.map(([part, hex, name]) =>
    hex ? Buffer.from(hex, 'hex') : Buffer.from(name ? named[name] : part)));
}

const cases = readTable(path.join(project, 'tests/data/json-corner-cases.tsv'));
const results = report();
withFolder((folder) => {
  cases.forEach(([id, , , , body]) => fs.writeFileSync(path.join(folder, id), unescape(body ?? '')));
  const { stdout } = run(['validate', '--from', 'json', '-f', 'ndjson', folder]);
  const found = new Map();
  for (const finding of parseLines(stdout)) {
    if (!unreadable.has(finding.rule)) continue;
    const id = path.basename(finding.source);
    const { rule, offset, pointer } = finding;
    found.set(id, [...(found.get(id) ?? []), { rule, offset, pointer }]);
  }
  for (const [id, rule, offset, pointer] of cases) {
    const expected = rule === 'ok' ? [] : [{ rule, offset: Number(offset), pointer: unescape(pointer).toString() }];
    results.check(id, found.get(id) ?? [], expected);
  }
});
results.end(150);
