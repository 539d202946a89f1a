// Whether `schema -f json-schema` and `validate` agree on what a valid event is:
//
//     node tests/differential/schema.mjs --program PATH
//
// Two independent implementations of JSON Schema judge the same events as hookspect: samples, samples that break a rule,
// samples with an odd value somewhere, and all of testdata. An event is to be invalid for them if, and only if, validate
// reports an error of a rule that JSON Schema can express. HOOKSPECT_SAMPLES is the number of events, by default 2000; a
// long run has 20000.
//
// Needs: npm @sourcemeta/jsonschema, npm ajv, npm ajv-formats

import assert from 'node:assert';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { environment } from '../support/environment.mjs';
import { linesOf, parseLines, project, random, report, run, withFolder } from './lib/support.mjs';

const require = createRequire(import.meta.url);
const Ajv = require('ajv/dist/2020.js').default;
const addFormats = require('ajv-formats').default;
const sourcemeta = path.join(path.dirname(require.resolve('@sourcemeta/jsonschema/package.json')), 'npm/cli.js');

const total = Number(process.env.HOOKSPECT_SAMPLES ?? 2000);
const { below, pick, chance } = random(20261202);
const { check, end } = report();

const schemaText = linesOf(['schema', '-f', 'json-schema']).join('\n');
const schema = JSON.parse(schemaText);

// --- the rules ---------------------------------------------------------------------------------------

// Those that are about the text of a body, and no value of it: a JSON text that can be parsed breaks none of them.
const inexpressible = ['json-syntax', 'form-syntax', 'utf8', 'limit'];
const rules = JSON.parse(run(['validate', '-f', 'sarif']).stdout).runs[0].tool.driver.rules;
const errors = rules.filter((rule) => rule.defaultConfiguration.level === 'error').map((rule) => rule.id);
const expressible = errors.filter((rule) => !inexpressible.includes(rule));

/** `a, b and c` */
const listed = (names) => `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
check('the comment names the rules that are errors here', schema.$comment.includes(`of the rules ${listed(expressible)}.`), true);
check('the comment names the others', schema.$comment.includes(`cannot express the rules ${listed(inexpressible)},`), true);

// --- the events --------------------------------------------------------------------------------------

const testdata = ['valid', 'broken', 'captures'].map((folder) => path.join(project, 'testdata', folder));
const bodies = run(['convert', ...testdata]).stdout.split('\n').slice(0, -1);
check('testdata has bodies', bodies.length > 150, true);

const share = Math.floor(total / 4);
const sample = (...args) => linesOf(['sample', ...args]);
for (const size of ['small', 'typical', 'large']) {
  bodies.push(...sample('-n', String(size === 'large' ? Math.ceil(share / 20) : Math.ceil(share / 2)), '--size', size));
}
for (const { id } of rules.filter((rule) => !inexpressible.includes(rule.id))) {
  bodies.push(...run(['sample', '-n', String(Math.ceil(share / rules.length)), '--break', id]).stdout.split('\n').slice(0, -1));
}

// Values that are right at some place and wrong at others, and some that are nearly right.
const uuid = '9b2f6c1e-3a57-4d0c-8e21-6f5d0c9a7b34';
const texts = [
  '', ' ', 'x', 'nl', 'en-US', 'campaign', 'created', 'PENDING', 'rewarded', 'community', 'advocate', '[anonymous]', 'anonymous',
  uuid, uuid.toUpperCase(), `${uuid}\n`, ` ${uuid}`, uuid.replace('4d0c', '1d0c'), uuid.replace('8e21', 'ce21'), `{${uuid}}`, '\u0000', 'é',
];
const urls = [
  'https://example.com', 'HTTP://example.com:80/a?b#c', 'http://example.com:65535', 'http://example.com:65536', 'http://example.com:000065535',
  'http://example.com:', 'http://:80', 'http://', 'http:/example.com', 'http:example.com', 'ftp://example.com', 'mailto:a@example.com',
  'javascript:alert(1)', '/a/b', '//example.com/a', '//', '///a', '//a b', '//exa<mple.com', '/ /a', 'a:b', 'a/b:c', '?a:b', '#a:b', '1http://a', ':a',
  ' https://example.com ', '\thttp://a\n', ' //a b', '  :a', 'http://a b/', 'http://a/b c', 'http://a/%', 'http://a%/', 'http://a%41/', 'http://a%4/',
  'http://user:pass@example.com@host/', 'http://user@', 'http://[::1]', 'http://[::1]:80/x', 'http://[1:2:3:4:5:6:7:8]', 'http://[1:2:3:4:5:6:7::]',
  'http://[::1:2:3:4:5:6:7:8]', 'http://[1::2::3]', 'http://[::255.1.2.3]', 'http://[::256.1.2.3]', 'http://[::01.1.2.3]', 'http://[v1.a:b]', 'http://[v1.]',
  'http://[::1', 'http://::1', 'http://[]', 'http://[::g]', '\\\\example.com', 'http:\\\\example.com\\a', 'https://münchen.example/é', 'http://a\u007f/',
  'http://a/{{b}}', 'http://{a}/', 'www.example.com', 'www.example.com:80', 'example.com/a:b', 'http://a/\u0000', '\u0000http://a', 'http://a|b', 'http://a^b',
];
const actions = [
  'ShareAction', 'schema:ShareAction', 'https://schema.org/ShareAction', 'http://schema.org/Action', 'shareaction', 'Person', 'schema.org/ShareAction',
  'https://schema.org/schema:ShareAction', ['ShareAction'], ['x', 'schema:LikeAction'], ['x'], [], ['ShareAction', 1],
];
const scalars = [null, true, false, 0, 1, -1, 1.5, 1e300, 1794820443];
const nested = () => pick([
  [], {}, [null], ['nl'], ['nl', 5], { nl: 'a' }, { nl: null }, { xx: null }, { nl: 5 }, { en: pick(urls) }, { id: uuid }, { properties: [{}] },
  [{}], [{ key: 'a', value: pick([0, '', [], {}, null, false, 'x']), properties: pick([[], [{}], null, {}, [{ key: 'b', properties: [5] }]]) }],
  { '@type': pick(actions) }, { type: pick(actions) }, { '@type': null, type: pick(actions) }, { '@type': pick([5, {}, true]) },
]);
const anything = () => (chance(0.3) ? pick(scalars) : chance(0.6) ? pick(chance(0.5) ? urls : texts) : nested());

/** Every place of a value: [container, key]. */
function places(value, found = []) {
  if (value === null || typeof value !== 'object') return found;
  for (const key of Object.keys(value)) {
    found.push([value, key]);
    places(value[key], found);
  }
  return found;
}

const actionType = () => (chance(0.5) ? { '@type': pick(actions) } : { type: pick(actions) });
for (const line of sample('-n', String(2 * share), '--seed', '5')) {
  const event = JSON.parse(line);
  for (let left = 1 + below(3); left > 0; left -= 1) {
    const [container, key] = pick(places(event));
    if (chance(0.15)) delete container[key];
    else container[key] = anything();
  }
  if (chance(0.1)) event.campaign = { ...event.campaign, link: { en: pick(urls), nl: pick(urls) } };
  if (chance(0.05)) event.conversion = { response: { action: { ...actionType() } } };
  if (chance(0.05)) event.person = { ...event.person, properties: nested() };
  bodies.push(JSON.stringify(event));
}

// --- what hookspect says -----------------------------------------------------------------------------

// Each as a plain JSON text in which no key is there twice, since parsers differ in what they make of one.
const events = bodies.map((body) => JSON.parse(body));
const input = events.map((event) => `${JSON.stringify(event)}\n`);
const found = events.map(() => new Set());
for (const { line, rule, severity } of parseLines(run(['validate', '-f', 'ndjson', '--from', 'ndjson'], { input: input.join('') }).stdout)) {
  if (severity === 'error') found[line - 1].add(rule);
}

/** The two names of an action's type need not agree for JSON Schema: the error may be of that kind alone. */
function maybeDisagreement(event, broken) {
  const action = event.conversion?.response?.action;
  return broken.size === 1 && broken.has('action') && (action['@type'] ?? null) !== null && (action.type ?? null) !== null;
}

const expected = events.map((event, index) => (maybeDisagreement(event, found[index]) ? null : found[index].size === 0));
const seen = new Set(found.flatMap((broken) => [...broken]));
check('each of the rules is broken by some event', expressible.filter((rule) => !seen.has(rule)), []);

/** Compares what an implementation says of each event: true for valid. */
function compare(name, verdicts) {
  check(`${name}: events`, verdicts.length, events.length);
  for (const [index, verdict] of verdicts.entries()) {
    if (expected[index] === null || verdict === expected[index]) check(name, true, true);
    else check(`${name}, ${input[index].slice(0, 1500)}`, verdict, `${expected[index]}: ${[...found[index]]}`);
  }
}

// --- ajv ---------------------------------------------------------------------------------------------

const refuse = (message) => { throw new Error(message); };
const strict = { strict: true, logger: { log: refuse, warn: refuse, error: refuse } };
const withFormats = addFormats(new Ajv(strict)).compile(schema);
compare('ajv with ajv-formats', events.map((event) => withFormats(event)));
const annotated = new Ajv({ ...strict, validateFormats: false }).compile(schema);
compare('ajv', events.map((event) => annotated(event)));

const keys = new Set();
JSON.stringify(schema, (key, value) => { keys.add(key); return value; });
check('no key of an extension', [...keys].filter((key) => key.startsWith('x-')), []);

/** A schema of a part accepts that part of valid events. */
for (const [name, part] of [['Campaign', 'campaign'], ['interaction', 'interaction'], ['conversion', 'conversion'], ['Person', 'person']]) {
  const partSchema = addFormats(new Ajv(strict)).compile(JSON.parse(linesOf(['schema', name, '-f', 'json-schema']).join('\n')));
  const parts = events.filter((event, index) => expected[index] && event[part]).map((event) => event[part]);
  check(`parts that are a ${name}`, parts.length > 20 && parts.every((value) => partSchema(value)), true);
  check(`what is not a ${name}`, [5, [], { id: {} }].map((value) => partSchema(value)), [false, false, false]);
}

// --- sourcemeta --------------------------------------------------------------------------------------

withFolder((folder) => {
  const file = path.join(folder, 'schema.json');
  const lines = path.join(folder, 'bodies.jsonl');
  fs.writeFileSync(file, schemaText);
  fs.writeFileSync(lines, input.join(''));
  const sourcemetaRun = (...args) => {
    const result = spawnSync(process.execPath, [sourcemeta, ...args], { env: environment(), encoding: 'utf8', maxBuffer: 1 << 30 });
    assert(result.error === undefined, String(result.error));
    return result;
  };
  const meta = sourcemetaRun('metaschema', file);
  check(`a schema of draft 2020-12: ${meta.stderr}`, meta.status, 0);
  const { stdout, stderr } = sourcemetaRun('validate', file, lines, '--continue', '--verbose', '--fast', '--format-assertion');
  const verdicts = [];
  for (const [, verdict, entry] of `${stdout}\n${stderr}`.matchAll(/^(ok|fail): .*\(entry #(\d+)\)$/gm)) {
    verdicts[entry - 1] = verdict === 'ok';
  }
  compare('sourcemeta', verdicts);
});

end(2 * total);
