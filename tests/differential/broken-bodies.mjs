// Every body of testdata/broken has exactly the finding in expected.tsv; every body of testdata/valid has at most notes.

import fs from 'node:fs';
import path from 'node:path';

import { parseLines, project, readTable, report, run } from './lib/support.mjs';

const folder = path.join(project, 'testdata/broken');
const results = report();

const [columns, ...rows] = readTable(path.join(folder, 'expected.tsv'));
const expected = rows.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? ''])));

const found = parseLines(run(['validate', '-f', 'ndjson', ...expected.map(({ file }) => file)], { cwd: folder }).stdout);

for (const row of expected) {
  const number = (name) => Number(row[name]);
  const want = [{
    rule: row.rule,
    severity: row.severity,
    event: number('event'),
    line: number('line'),
    column: number('column'),
    offset: number('offset'),
    pointer: row.pointer,
    key: row.key === '-' ? null : row.key,
  }];
  const got = found.filter(({ source }) => source === row.file).map(({ rule, severity, event, line, column, offset, pointer, key }) =>
    ({ rule, severity, event, line, column, offset, pointer, key }));
  results.check(row.file, got, want);
}

const listed = new Set(expected.map(({ file }) => file));
for (const file of fs.readdirSync(folder)) {
  if (/\.(json|form|txt|ndjson)$/.test(file)) results.check(`${file} is listed`, listed.has(file), true);
}

const valid = path.join(project, 'testdata/valid');
for (const file of fs.readdirSync(valid).filter((name) => /\.(json|form)$/.test(name))) {
  const { status, stdout } = run(['validate', '-f', 'ndjson', file], { cwd: valid });
  results.check(`${file}: status`, status, 0);
  results.check(`${file}: findings`, parseLines(stdout).filter(({ severity }) => severity !== 'note'), []);
}
results.end(150);
