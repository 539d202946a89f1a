// Compares the values at paths with what jq finds: `node tests/differential/paths.mjs --program PATH`.
//
// Events and paths are generated from a seed (`--seed N`, `--events N`, `--paths N`). One run over all events gets all
// paths. For jq, each path becomes a filter, so the meaning of a path is implemented here a second time:
//
// - a name under a list of properties is the value of the first property with this key; the next step leads into its
//   `properties`, or into its value if it has none;
// - `*` gives an object with what was found, `[*]` a list; if only null was found, the path is null.
//
// Needs: jq

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

import { environment } from '../support/environment.mjs';
import { linesOf, option, parseLines, random, report, withFolder } from './lib/support.mjs';

const dice = random(Number(option('seed', 20260311)));
const { below, chance, pick } = dice;
const times = (count, make) => Array.from({ length: count }, (_, i) => make(i));

const languages = ['en', 'nl', 'fr', 'de', 'no'];
const keys = ['email', 'city', 'a b', 'a.b', 'é', '0', '1', 'key', 'value', 'properties', "it's", 'q"', '',
  '*'];
const texts = ['', ' ', 'Gent', 'a\tb\n', 'é', '🚲', '"', '\\'];

// --- Events ---

const scalar = () => pick([null, true, false, 0, 1.5, -3, ...texts]);
const some = (share, make) => (chance(share) ? { it: make() } : undefined);

/** An object: each member is made by a function, and is sometimes null or left out. */
function object(makers) {
  const orNull = (make) => some(0.85, () => (chance(0.08) ? null : make()));
  const members = Object.entries(makers).map(([key, make]) => [key, orNull(make)]);
  return Object.fromEntries(members.filter(([, member]) => member).map(([key, { it }]) => [key, it]));
}

function free(depth) {
  if (depth === 0 || chance(0.4)) return scalar();
  if (chance(0.4)) return times(below(4), () => free(depth - 1));
  return openObject(depth);
}
const openObject = (depth) => Object.fromEntries(times(below(5), () => [pick(keys), free(depth - 1)]));

const multilingual = () =>
  Object.fromEntries(languages.filter(() => chance(0.5)).map((code) => [code, scalar()]));
const strings = () => times(below(4), () => pick(texts));

function properties(depth) {
  return times(below(6), () => {
    if (chance(0.03)) return scalar();
    const nests = depth > 0 && chance(0.4);
    return object({
      key: () => (chance(0.05) ? 5 : pick(keys)),
      value: () => (nests && chance(0.8) ? '' : free(2)),
      properties: () => (nests ? properties(depth - 1) : []),
    });
  });
}

const activity = { id: () => below(99), campaign: scalar, points: scalar, created: () => below(1e9) };
const openWith = (...documented) =>
  ({ ...openObject(2), ...object(Object.fromEntries(documented.map((key) => [key, scalar]))) });
const makers = {
  event: () => object({ name: () => 'changed', resource: () => pick(resources) }),
  campaign_id: () => below(100),
  campaign: () => object({
    id: () => below(100), name: () => pick(texts), created: () => below(1e9),
    title: multilingual, link: multilingual,
    config: () => object({
      languages: strings, comments: () => chance(0.5),
      community: () => object({ enabled: () => chance(0.5), publishOn: () => below(9) }),
    }),
    promote: () => object({ title: multilingual }),
    points: scalar,  // undocumented there
  }),
  interaction: () => object({
    ...activity, state: () => 'PENDING',
    metadata: () => openWith('presetId', 'source'), response: () => openObject(3),
  }),
  conversion: () => object({
    ...activity, metadata: () => openWith('presetId'), response: () => openObject(3),
  }),
  person: () => object({
    id: scalar, created: () => below(1e12), points: scalar, groups: strings, hidden: () => chance(0.5),
    profile: () => openObject(3), optIn: () => openObject(1), properties: () => properties(3),
  }),
};
const resources = ['campaign', 'interaction', 'conversion', 'person'];
const makeEvent = () => (chance(0.05) ? { ...object(makers), person: pick(texts) } : object(makers));

const escape = (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`;

function writeMember(key, value) {
  if (!/^[a-z]+$/.test(key)) return `${JSON.stringify(key)}:${write(value)}`;
  const before = chance(0.03) ? `"${key}":${write(free(2))},` : '';
  const written = chance(0.1) ? escape(key[0]) + key.slice(1) : key;
  return `${before}"${written}":${write(value)}`;
}

/** JSON in which some keys are escaped, and some occur earlier with another value. */
function write(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(write).join(', ')}]`;
  return `{${Object.entries(value).map(([key, member]) => writeMember(key, member)).join(',')}}`;
}

// --- Paths ---

const name = (value) => ({ kind: 'name', value });
const index = (value) => ({ kind: 'index', value });
const anyMember = { kind: 'any member' };
const anyElement = { kind: 'any element' };
const names = (dotted) => dotted.split('.').map(name);

const freeStep = () => (chance(0.6) ? name(pick(keys)) : pick([index(below(3)), anyElement, anyMember]));
const freeSteps = (most) => times(below(most + 1), freeStep);

/** Steps below a list of properties. A property by index has documented fields. */
function propertySteps(depth) {
  if (!chance(0.4)) {
    const first = chance(0.8) ? name(pick(keys)) : anyMember;
    return depth === 0 || chance(0.5) ? [first] : [first, ...belowProperty(depth - 1)];
  }
  const element = chance(0.5) ? index(below(4)) : anyElement;
  const field = pick([undefined, 'key', 'value', 'properties', '*']);
  if (field === undefined) return [element];
  if (field === '*') return [element, anyMember];
  if (field === 'value') return [element, name(field), ...freeSteps(2)];
  const nests = field === 'properties' && depth > 0;
  return [element, name(field), ...(nests ? propertySteps(depth - 1) : [])];
}

function belowProperty(depth) {
  if (chance(0.2)) return [pick([index(below(3)), anyElement])];
  const step = chance(0.8) ? name(pick(keys)) : anyMember;
  return depth > 0 && chance(0.4) ? [step, ...belowProperty(depth - 1)] : [step];
}

const listSteps = () => pick([[], [index(below(4))], [anyElement], [name(String(below(4)))]]);
const languageStep = () => (chance(0.4) ? anyMember : name(pick(languages)));

const documented = ['event', 'event.name', 'campaign_id', 'campaign', 'campaign.id', 'interaction.state',
  'campaign.config.comments', 'campaign.config.community.publishOn', 'interaction.metadata.presetId',
  'person.created', 'person.optIn', 'resource', 'resource.id', 'resource.points', 'resource.created',
  'resource.metadata'];
const translated = ['campaign.title', 'campaign.link', 'campaign.promote.title', 'resource.title'];
const lists = ['campaign.config.languages', 'person.groups', 'resource.groups'];
const open = ['person.profile', 'person.optIn', 'interaction.response', 'conversion.metadata',
  'resource.response'];
const scattered = [[anyMember], [anyMember, name('id')], [anyMember, anyMember],
  [anyMember, ...names('metadata.presetId')], [name('campaign'), anyMember, anyMember, anyMember],
  [name('resource'), anyMember], [name('person'), anyMember, anyElement]];

const shapes = [
  () => names(pick(documented)),
  () => [...names(pick(translated)), languageStep()],
  () => [...names(pick(lists)), ...listSteps()],
  () => [...names('resource.properties'), ...propertySteps(3)],
  () => [...names('person.properties'), ...propertySteps(3)],
  () => [...names('person.properties'), ...propertySteps(3)],
  () => [...names(pick(open)), chance(0.8) ? name(pick(keys)) : anyMember, ...freeSteps(3)],
  () => (chance(0.2) ? [name('campaign'), anyMember, languageStep()] : pick(scattered)),
];

const isBare = (text) => /^[\w@:$+-]+$/.test(text);
const quoted = (text) => (chance(0.5) ? JSON.stringify(text) : `'${text.replace(/['\\]/g, '\\$&')}'`);

function dotted(steps) {
  return steps.reduce((text, step, at) => {
    const dot = text === '' ? '' : '.';
    switch (step.kind) {
      case 'index': return `${text}[${step.value}]`;
      case 'any member': return `${text}${dot}*`;
      case 'any element': return `${text}[*]`;
      default: break;
    }
    const inProperties = at > 1 && steps[at - 1].value === 'properties' && steps[at - 2].value === 'person';
    const bare = isBare(step.value);
    const either = bare && chance(0.5) ? step.value : quoted(step.value);
    if (inProperties && chance(0.2)) return `${text}[key=${either}]`;
    return bare && chance(0.9) ? `${text}${dot}${step.value}` : `${text}[${quoted(step.value)}]`;
  }, '');
}

const pointer = (steps) =>
  steps.map(({ value }) => `/${String(value).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/**
 * Pointers have no wildcards, and no `resource`. A number in one may be a key, but not that of a property, after which
 * any name could follow.
 */
function makePath() {
  const steps = pick(shapes)();
  const isOdd = ({ kind, value }) =>
    kind.startsWith('any') || (steps[1]?.value === 'properties' && kind === 'name' && isNumber(value));
  const canPoint = steps[0].value !== 'resource' && !steps.some(isOdd);
  if (!canPoint || !chance(0.3)) return { text: dotted(steps), steps };
  return { text: pointer(steps), steps: steps.map((step) => ({ ...step, pointed: true })) };
}

// --- In jq ---

const json = JSON.stringify;
const isNumber = (text) => /^(0|[1-9]\d*)$/.test(text);
const found = '{"§": .}';
const value = 'if has("value") then .value else empty end';
const isList = 'type == "array"';

/** A place: 'plain', 'properties' (their list), 'element' (of that), 'property' (by its key) or 'person'. */
function filter(steps, place) {
  if (steps.length === 0) return place === 'property' ? `(${value} | ${found})` : found;
  if (place !== 'property') return stepFrom(steps, place);
  return `(if (.properties | ${isList} and length > 0) then .properties | ${stepFrom(steps, 'properties')}
    else ${value} | ${stepFrom(steps, 'plain')} end)`;
}

const place = (from, step) => (from === 'element' && step.value === 'properties' ? 'properties' : 'plain');

function stepFrom([step, ...rest], from) {
  const list = from === 'properties';
  const inside = list ? 'element' : 'plain';
  switch (step.kind) {
    case 'any member': return list ? everyProperty(rest) : everyMember(rest, from);
    case 'any element':
      return `(if ${isList} then [.[] | ${filter(rest, inside)}] else empty end | ${filled})`;
    case 'index': return step.pointed && !list ? named(step, rest, from) : element(step.value, rest, inside);
    default: break;
  }
  const isIndex = step.pointed && list && isNumber(step.value);
  return isIndex ? element(step.value, rest, inside) : named(step, rest, from);
}

const filled = 'if length > 0 then . else empty end';
const element = (at, rest, inside) =>
  `(if ${isList} and length > ${at} then .[${at}] | ${filter(rest, inside)} else empty end)`;

function named(step, rest, from) {
  const key = json(String(step.value));
  const member = `if type == "object" and has(${key}) then .[${key}] | ${filter(rest, place(from, step))}`;
  if (from === 'properties') {
    const first = `first(.[] | select(type == "object" and .key == ${key}))`;
    return `(if ${isList} then ${first} | ${filter(rest, 'property')} else ${member} else empty end end)`;
  }
  const nth = isNumber(String(step.value)) ? element(step.value, rest, 'plain') : 'empty';
  return `(${member} else ${nth} end)`;
}

/** An object with what `next` finds in the members of an object. */
const gathered = (next) =>
  `reduce to_entries[] as $e ({}; reduce ($e.value | ${next}) as $r (.; .[$e.key] = $r)) | ${filled}`;

const propertiesByKey = `reduce (.[] | select(type == "object" and (.key | type) == "string")) as $p
  ({}; if has($p.key) then . else .[$p.key] = $p end)`;
const everyProperty = (rest) => `(if ${isList} then ${propertiesByKey} | ${gathered(filter(rest, 'property'))}
  else ${everyMember(rest, 'plain')} end)`;

/** Every member, of which `properties` may be a list of properties. */
function everyMember(rest, from) {
  const lists = rest.length > 0 && (from === 'element' || from === 'person');
  const plain = filter(rest, 'plain');
  const listed = () => `if $e.key == "properties" then ${filter(rest, 'properties')} else ${plain} end`;
  const next = lists ? listed() : plain;
  return `(if type == "object" then ${gathered(next)} else empty end)`;
}

/** Which resources have a field. */
const owners = {
  id: resources, created: resources, points: resources.slice(1), metadata: ['interaction', 'conversion'],
  title: ['campaign'], groups: ['person'], properties: ['person'], response: ['interaction', 'conversion'],
};

function fromRoot(steps) {
  const [first, second] = steps;
  if (first.value === 'resource' && !first.pointed) {
    const known = second?.kind === 'name' ? owners[second.value] : resources;
    const own = steps.slice(1);
    return `((.event | objects | .resource) as $r | if (${json(known)} | index([$r])) and has($r) then .[$r]
      | ${resourceSteps(own)} else empty end)`;
  }
  if (first.value === 'person') {
    return `(if has("person") then .person | ${resourceSteps(steps.slice(1))} else empty end)`;
  }
  return filter(steps, 'plain');
}

const resourceSteps = (steps) => {
  if (steps.length === 0) return found;
  if (steps[0].value !== 'properties') return stepFrom(steps, 'person');
  const below = filter(steps.slice(1), 'properties');
  return `(if type == "object" and has("properties") then .properties | ${below} else empty end)`;
};

const whole = ({ steps }) => `[${fromRoot(steps)}]
  | if [.. | objects | select(has("§")) | .["§"]] | any(. != null)
    then .[0] | walk(if type == "object" and has("§") then .["§"] else . end) else null end`;

function jq(paths, input) {
  // jq limits the size of a function.
  const functions = paths.map((one, at) => `def path${at}: ${whole(one)};`);
  const program = `${functions.join('\n')}\n[${paths.map((_, at) => `path${at}`).join(', ')}]`;
  return withFolder((folder) => {
    const file = path.join(folder, 'paths.jq');
    fs.writeFileSync(file, program);
    const result = spawnSync('jq', ['-c', '-f', file], { input, env: environment(), encoding: 'utf8', maxBuffer: 1 << 30 });
    assert(result.error === undefined && result.status === 0, `jq: ${result.error ?? result.stderr}`);
    return parseLines(result.stdout);
  });
}

// --- Both ---

const made = times(Number(option('paths', 300)), makePath);
const paths = [...new Map(made.map((one) => [one.text, one])).values()];
const lines = times(Number(option('events', 120)), () => write(makeEvent()));
const input = `${lines.join('\n')}\n`;

const expected = jq(paths, input);
const list = paths.map(({ text }) => text).join(',');
const got = linesOf(['get', list, '-f', 'ndjson', '--all'], input).map((line) => JSON.parse(line));

const results = report();
results.check('events', got.length, lines.length);
got.forEach((values, event) => paths.forEach(({ text }, at) => {
  results.check(`${text}\n${lines[event]}`, values[text], expected[event][at]);
}));
const reached = expected.flat().filter((one) => one !== null).length;
assert(reached > expected.flat().length / 10, `the paths reach too little: ${reached} values`);
results.end(paths.length * lines.length);
