// Compares how hookspect and npm qs nest form bodies: `node tests/differential/forms.mjs --program PATH`.
// Bodies are generated from a seed (`--seed N`, `--bodies N`), written by qs.stringify in each of its dialects,
// and read by qs.parse without its limits. What qs itself cannot carry is not generated:
//
// - keys with brackets, keys that are numbers, empty keys, `__proto__`: qs reads something else, or drops them;
// - without indices, lists in lists, and lists that mix objects with scalars: qs flattens or reorders them;
// - a key that is both a scalar and an object: hookspect keeps both apart, in every order.
//
// documented.mjs applies types to the result of qs.
//
// Needs: npm qs

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';

import { parseJson, sorted, typed } from './lib/documented.mjs';
import { linesOf, option } from './lib/support.mjs';

const qs = createRequire(import.meta.url)('qs');
const unlimited = { depth: 200, arrayLimit: 1e6, parameterLimit: 1e6, plainObjects: true };

/** mulberry32: a small generator that is the same everywhere. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const random = randomFrom(Number(option('seed', 20260107)));
const below = (limit) => Math.floor(random() * limit);
const chance = (share) => random() < share;
const pick = (list) => list[below(list.length)];
const times = (count, make) => Array.from({ length: count }, (_, i) => make(i));

const plainTexts = ['x', 'vip', 'Zomer-2026', '0', '1', 'true', 'null', '-3', '1e3', 'a_b~c', 'A'.repeat(70)];
const oddTexts = ['', ' ', '&', '=', '+', '%', '100%', '%41', '[0]', ']=', '{"a":1}', 'a.b', 'é', 'été à la plage',
  '日本', '🚲', '\n', '\t"\\', '\u0001', '\u007f', '\u2028', 'a=b&c=d', 'seven77', 'eight888',
  'nine99999', '-'.repeat(33) + '+é'];
const plainKeys = ['a', 'b', 'c', 'name', 'response_id', 'k'.repeat(40), 'constructor', 'toString',
  'hasOwnProperty'];
const oddKeys = ['a b', 'é', 'x=y', 'x&y', '01', '-1', '1.5', '%', '+', '日本', '99x', 'q"'];

/** How a dialect is written and read, and what it can carry: any lists, or those whose elements are alike. */
const dialects = [
  { name: 'indices', write: {} },
  { name: 'indices, + for blanks', write: { format: 'RFC1738' } },
  { name: 'indices, nothing encoded', write: { encode: false }, plain: true },
  { name: 'indices, keys as they are', write: { encodeValuesOnly: true }, plainKeys: true },
  { name: 'brackets', write: { arrayFormat: 'brackets' }, alike: true },
  { name: 'brackets, nothing encoded', write: { arrayFormat: 'brackets', encode: false }, alike: true, plain: true },
  { name: 'repeat', write: { arrayFormat: 'repeat' }, alike: true },
  { name: 'dots', write: { allowDots: true, arrayFormat: 'repeat' }, alike: true, dots: true },
];

const textFor = (dialect) => pick(dialect.plain || chance(0.5) ? plainTexts : oddTexts);

function keyFor(dialect) {
  const key = pick(dialect.plain || dialect.plainKeys || chance(0.7) ? plainKeys : oddKeys);
  return dialect.dots ? key.replaceAll('.', '_') : key;
}

const objectFor = (dialect, size, value) => Object.fromEntries(times(size, () => [keyFor(dialect), value()]));

function listFor(dialect, depth) {
  const size = 1 + below(chance(0.05) ? 120 : 4);
  if (!dialect.alike) return times(size, () => valueFor(dialect, depth - 1));
  if (chance(0.6)) return times(size, () => textFor(dialect));
  return times(size, () => objectFor(dialect, 1 + below(3), () => textFor(dialect)));
}

function valueFor(dialect, depth) {
  if (depth <= 0 || chance(0.4)) return textFor(dialect);
  if (chance(0.4)) return listFor(dialect, depth);
  return objectFor(dialect, 1 + below(5), () => valueFor(dialect, depth - 1));
}

/** A chain of objects and lists, deeper than the default limit of qs. */
function deepFor(dialect, depth) {
  if (depth === 0) return textFor(dialect);
  const inner = deepFor(dialect, depth - 1);
  return dialect.alike || chance(0.5) ? { [keyFor(dialect)]: inner } : [inner];
}

/** Undocumented keys at the top, or an open object: places without types. */
function freeData(dialect) {
  const depth = 1 + below(5);
  const value = () => (chance(0.03) ? deepFor(dialect, 60) : valueFor(dialect, depth));
  const members = objectFor(dialect, 1 + below(6), value);
  if (!dialect.dots && chance(0.6)) return members;
  return pick([{ interaction: { response: members } }, { person: { profile: members } }]);
}

const typicalTexts = {
  number: ['0', '12', '-3', '1.50', '1e3', '9007199254740993', '012', '1.', '0x1f', ' 1', '', '1E400', 'NaN'],
  boolean: ['true', 'false', '1', '0', '', 'yes', 'TRUE', '2'],
};
const text = (type) => pick(typicalTexts[type] ?? [...plainTexts, ...oddTexts]);
const inLanguages = () => Object.fromEntries(times(1 + below(4), () => [pick(['en', 'nl', 'no', 'xx']), text()]));

const makeProperty = (depth) => ({
  key: text(),
  ...(chance(0.5) && { primary: text('boolean') }),
  ...(chance(0.6) && { value: valueFor(dialects[0], 2) }),
  ...(depth > 0 && chance(0.3) && { properties: times(1 + below(3), () => makeProperty(depth - 1)) }),
});

const makeCampaign = () => ({
  id: chance(0.9) ? text('number') : [text('number'), text('number')],
  name: text(),
  title: chance(0.9) ? inLanguages() : text(),
  link: inLanguages(),
  image: { location: inLanguages() },
  config: {
    comments: text('boolean'),
    languages: pick([text(), ['en', 'nl'], ['']]),
    community: { enabled: text('boolean'), publishOn: text('number'), extra: text() },
    landing: text(),
  },
});

const makePerson = () => ({
  hidden: text('boolean'),
  groups: pick([text(), [text()], ['', text()]]),
  profile: { points: text('number') },
  optIn: pick([text(), { email: text('boolean'), sms: text('boolean'), more: { daily: text('boolean') } }]),
  properties: pick([text(), times(1 + below(3), () => makeProperty(2)), { email: text() }]),
});

function documentedData() {
  const data = {
    event: { name: text(), resource: text() },
    organization_id: text('number'),
    person_id: text(),
    undocumented: valueFor(dialects[0], 2),
    campaign: chance(0.9) ? makeCampaign() : text(),
    interaction: {
      metadata: { source: text(), own: text('number') },
      response: valueFor(dialects[0], 3),
      points: text('number'),
    },
    person: makePerson(),
  };
  return Object.fromEntries(Object.entries(data).filter(() => chance(0.7)));
}

/** The same body in another spelling: letters escaped, escapes in lower case, some brackets bare. */
function respelled(body) {
  if (chance(0.5)) return body;
  return body.replace(/%[0-9A-F]{2}|[a-z]/g, (token) => {
    if (token === '%5B' && chance(0.2)) return '[';
    if (!chance(0.1)) return token;
    return token.length === 3 ? token.toLowerCase() : `%${token.charCodeAt(0).toString(16)}`;
  });
}

/** Fields in another order, and some missing: indices still give the order, and gaps are closed. */
function disturbed(body) {
  const fields = body.split('&').filter(() => chance(0.9));
  for (let i = fields.length - 1; i > 0; --i) {
    const other = below(i + 1);
    [fields[i], fields[other]] = [fields[other], fields[i]];
  }
  return fields.join('&');
}

function makeCase() {
  const documented = chance(0.3);
  const dialect = documented ? dialects[0] : pick(dialects);
  let body = qs.stringify(documented ? documentedData() : freeData(dialect), dialect.write);
  if (!dialect.plain) body = respelled(body);
  if (!dialect.alike && chance(0.3)) body = disturbed(body);
  if (chance(0.05)) body = `&${body}&&`;
  // An empty line is not a body, and a single field whose value begins like JSON is JSON.
  if (/^&*$/.test(body) || /^&*[^&]*=(\+|%20|%0[9aAdD])*(\[|\{|%7b|%5b)[^&]*&*$/i.test(body)) return makeCase();
  const name = documented ? 'documented' : dialect.name;
  return { dialect: name, body, read: { ...unlimited, allowDots: dialect.dots } };
}

const cases = times(Number(option('bodies', 600)), makeCase);
const lines = linesOf(['show', '--from', 'form', '-f', 'json'], cases.map(({ body }) => `${body}\n`).join(''));
assert.equal(lines.length, cases.length, 'as many events as bodies');

let failures = 0;
for (const [i, { dialect, body, read }] of cases.entries()) {
  const got = JSON.stringify(sorted(parseJson(lines[i])));
  const expected = JSON.stringify(sorted(typed(qs.parse(body, read))));
  if (got === expected || ++failures > 5) continue;
  console.error(`body ${i + 1} (${dialect}): ${body}\n  qs:        ${expected}\n  hookspect: ${got}`);
}
console.log(`${cases.length} bodies, ${failures} read otherwise than by qs`);
process.exitCode = failures ? 1 : 0;
