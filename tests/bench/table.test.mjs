// What the table of benchmarks says about a figure and its target.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { table } from './table.mjs';

const metBy = (row, value) =>
  table([{ row: { what: 'validate', peer: 'jq', ...row }, values: [value] }]).split('\n').at(-1).split(' | ').at(-1);

test('a limit is met or not, an aim is reached or not yet', () => {
  const cases = [
    [{ kind: 'speed', least: 4 }, 4, 'yes |'],
    [{ kind: 'speed', least: 4 }, 3.9, '**no** |'],
    [{ kind: 'speed', least: 4, aim: 8 }, 5, 'yes |'],
    [{ kind: 'speed', aim: 1 }, 1, 'yes |'],
    [{ kind: 'speed', aim: 1 }, 0.73, 'not yet |'],
    [{ kind: 'cost', most: 1.5 }, 1.5, 'yes |'],
    [{ kind: 'cost', most: 1.5 }, 1.6, '**no** |'],
    [{ kind: 'peak', most: 16, aim: 10 }, 12, 'yes |'],
    [{ kind: 'speed' }, 30, ' |'],
  ];
  for (const [row, value, met] of cases) assert.equal(metBy(row, value), met, JSON.stringify([row, value]));
});
