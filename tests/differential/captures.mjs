// Compares `diff` of two captures with what is computed here: which events form pairs, in which order they are reported,
// and what changed in each.
//
//     node tests/differential/captures.mjs --program PATH

import assert from 'node:assert';
import fs from 'node:fs';
import path from 'node:path';

import { random, report, run, withFolder } from './lib/support.mjs';

const { check, end } = report();
const numbers = random(8);
const names = ['created', 'changed', 'removed'];

const randomEvent = () => {
  const resource = numbers.pick(['campaign', 'interaction']);
  const event = { event: { name: numbers.pick(names), resource }, points: numbers.below(3) };
  if (numbers.chance(0.9)) event[`${resource}_id`] = numbers.below(4);
  return event;
};
const capture = () => Array.from({ length: numbers.below(25) }, randomEvent);

const identity = ({ event, ...ids }) => [event.resource, event.name, ids[`${event.resource}_id`]].join(' ');

/** Partners of the events of b: equal ones first, then the rest in order. */
function paired(a, b, texts) {
  const partners = b.map(() => undefined);
  const free = new Set(a.keys());
  const take = (fits) => b.forEach((event, at) => {
    if (partners[at] !== undefined) return;
    const found = [...free].find((old) => identity(a[old]) === identity(event) && fits(old, at));
    if (found === undefined) return;
    partners[at] = found;
    free.delete(found);
  });
  take((old, at) => texts[0][old] === texts[1][at]);
  take(() => true);
  return { partners, free };
}

/** The expected report: [kind, number in a, number in b]. */
function expected(a, b, texts) {
  const { partners, free } = paired(a, b, texts);
  const told = [];
  let passed = 0;
  const pass = (until) => {
    for (; passed < until; passed += 1) if (free.has(passed)) told.push(['removed', passed + 1, null]);
  };
  partners.forEach((old, at) => {
    if (old === undefined) return told.push(['added', null, at + 1]);
    pass(old);
    const same = a[old].points === b[at].points;
    return same ? undefined : told.push(['changed', old + 1, at + 1]);
  });
  pass(a.length);
  return told;
}

/** The events of a capture as text: some with their members in another order, over several lines, or in an array. */
function written(events) {
  const texts = events.map((event) => {
    const turned = numbers.chance(0.2) ? Object.fromEntries(Object.entries(event).reverse()) : event;
    return JSON.stringify(turned, null, numbers.chance(0.1) ? 1 : undefined);
  });
  const array = numbers.chance(0.3) ? `[${texts.join(',\n')}]` : texts.join(numbers.pick(['\n', ' ', '\n\n']));
  return { texts, text: `${array}\n` };
}

withFolder((folder) => {
  const files = ['a', 'b'].map((name) => path.join(folder, name));
  for (let round = 0; round < 300; round += 1) {
    const captures = [capture(), capture()];
    if (captures[0].length < 2 || captures[1].length < 1) continue;
    const forms = captures.map(written);
    forms.forEach(({ text }, side) => fs.writeFileSync(files[side], text));
    const piped = numbers.chance(0.3);
    const { status, stdout, stderr } = piped
      ? run(['diff', '-f', 'json', '-', files[1]], { input: forms[0].text })
      : run(['diff', '-f', 'json', ...files]);
    assert(stderr === '', stderr);
    const found = JSON.parse(stdout);
    const told = found.differences.map(({ kind, before, after }) => [kind, before?.number ?? null, after?.number ?? null]);
    const wanted = expected(...captures, forms.map(({ texts }) => texts));
    check(`round ${round}`, told, wanted);
    check(`round ${round}: status`, status, wanted.length > 0 ? 1 : 0);
    check(`round ${round}: changes`, found.differences.filter(({ kind }) => kind === 'changed')
      .map(({ changes }) => changes.map((change) => change.path)),
    wanted.filter(([kind]) => kind === 'changed').map(() => ['points']));
    const lone = wanted.filter(([kind]) => kind !== 'changed').length;
    check(`round ${round}: same`, 2 * (found.summary.same + found.summary.changed) + lone,
      captures[0].length + captures[1].length);
  }
});
end(800);
