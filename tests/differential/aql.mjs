// Compares AQL conditions with an evaluator that was written only from the description of AQL: `hookspect filter
// CONDITION` must keep the same random events.
//
//     node aql.mjs --program HOOKSPECT [--seed N] [--conditions N]
//
// Left out on purpose: numbers that a double cannot hold, of which hookspect keeps all digits, and the letters
// whose lower case differs from JavaScript's (dotted capital I, final sigma). Regular expressions match code points,
// as JavaScript's do with the flag u, and \s matches ASCII only.

import fs from 'node:fs';
import path from 'node:path';
import { option, random, report, run, withFolder } from './lib/support.mjs';

const dice = random(Number(option('seed', 20260131)));
const conditionCount = Number(option('conditions', 1200));
const eventCount = 250;

// --- the evaluator ----------------------------------------------------------------------------------

const isNil = (value) => value === undefined || value === null;

/** null, missing, 0 and false are the empty text; a list is its members joined by commas. */
const isEmptyText = (value) => isNil(value) || value === 0 || value === false;
const lowered = (value) => (isEmptyText(value) ? '' : String(value).toLowerCase());

const isScalar = (value) => isNil(value) || typeof value !== 'object';

function deepEqual(a, b) {
  if (isScalar(a) || isScalar(b)) return a === b;
  const keys = Object.keys(a);
  return Array.isArray(a) === Array.isArray(b) && keys.length === Object.keys(b).length
    && keys.every((key) => Object.hasOwn(b, key) && deepEqual(a[key], b[key]));
}

const isMember = (list, value) => isScalar(value) && list.some((each) => each === value);

/** Membership in a list, or part of a text. */
function includes(value, wanted) {
  if (Array.isArray(value)) return isMember(value, wanted);
  return typeof value === 'string' && !isNil(wanted) && value.includes(String(wanted));
}

function matches(value, operand) {
  const [expression, flags] = [operand].flat();
  return !isNil(value) && new RegExp(expression, `${(flags ?? '').replace('u', '')}u`).test(String(value));
}

const operandList = (operand) => (isNil(operand) || operand === '' ? [] : operand);

const tests = {
  known: (value) => !isNil(value),
  unknown: (value) => isNil(value),
  eq: (value, operand) => (typeof operand === 'string'
    ? lowered(value) === lowered(operand) : deepEqual(value, operand)),
  gt: (value, operand) => value !== undefined && value > operand,
  gte: (value, operand) => value !== undefined && value >= operand,
  lt: (value, operand) => value !== undefined && value < operand,
  lte: (value, operand) => value !== undefined && value <= operand,
  between: (value, [low, high]) => value !== undefined && value >= low && value <= high,
  in: (value, operand) => {
    if (typeof operand === 'string') return !isNil(value) && operand.includes(String(value));
    return value !== undefined && isMember(operand, value);
  },
  startsWith: (value, operand) => lowered(value).startsWith(lowered(operand)),
  endsWith: (value, operand) => lowered(value).endsWith(lowered(operand)),
  contains: (value, operand) => lowered(value).includes(lowered(operand)),
  match: matches,
  anyOf: (value, operand) => operandList(operand).some((each) => includes(value, each)),
  allOf: (value, operand) => operandList(operand).every((each) => includes(value, each)),
};
const negations = { neq: 'eq', notIn: 'in', notContains: 'contains', notMatch: 'match', noneOf: 'anyOf' };
for (const [name, positive] of Object.entries(negations)) {
  tests[name] = (value, operand) => !tests[positive](value, operand);
}

function holds(condition, event) {
  const { operator, value } = condition;
  if (!operator) return true;
  if (operator === 'and') return value.every((each) => holds(each, event));
  if (operator === 'or') return value.some((each) => holds(each, event));
  if (operator === 'not') return !holds(value, event);
  return tests[operator](follow(event, condition.key), value);
}

function follow(event, key) {
  const steps = key.startsWith('/') ? key.slice(1).split('/') : key.replace(/\[(\d+)\]/g, '.$1').split('.');
  return steps.reduce((value, step) => (isScalar(value) ? undefined : value[step]), event);
}

// --- random events and conditions -------------------------------------------------------------------

const words = [
  '', 'a', 'A', 'b', 'ab', 'AB', 'abc', 'bc', 'nl', 'NL', 'été', 'ÉTÉ', 'straße', 'STRASSE', 'Жук', 'жук', 'ﬁ', '😀', 'x😀y',
  '𐐀', '𐐨', 'Ǆ', 'ǆ', 'a,b', '5', '5.0', '05', ' 5 ', '10', '9', '0', '-0', '1e3', '1000', '0x1F', '0b11', '+5', '.5',
  '5.', 'Infinity', '-Infinity', '1_000', 'true', 'false', 'null', 'undefined', '[object Object]', '\u00a05\ufeff',
  'a\nb', '"', '\\'];
const numbers = [
  '0', '-0', '0.0', '1', '3', '5', '5.0', '-5', '9', '10', '31', '1e3', '1000', '0.5', '1.50', '12e-8', '1e-7',
  '0.000001', '1e21', '123456789012', '1795423277', '1730568041250'];
const expressions = [
  'a', '^a', 'b$', '^$', '.', '^.$', '[0-9]+', '\\d ', '^(nl|ab)', 'a.b', 'É', '^[^a]*$', '(a)(b)?c', '\\bb', ','];

const scalar = () => {
  const kind = dice.below(10);
  if (kind < 5) return JSON.stringify(dice.pick(words));
  if (kind < 8) return dice.pick(numbers);
  return dice.pick(['true', 'false', 'null', 'null']);
};
const times = (count, make) => Array.from({ length: count }, make).join(',');
const list = (deep) => `[${times(dice.below(4), () => (deep && dice.chance(0.15) ? any(false) : scalar()))}]`;
const object = () => fields(['a', 'b', 'c'].map((key) => [key, scalar()]), 0.4);
const any = (deep = true) => {
  const kind = dice.below(10);
  return kind < 6 ? scalar() : kind < 9 ? list(deep) : object();
};

/** An object with some of the members. */
function fields(members, share = 0.85) {
  const kept = members.filter(() => dice.chance(share));
  return `{${kept.map(([key, value]) => `"${key}":${value}`).join(',')}}`;
}

/** Each key is a path that the schema knows; an event may have a value there or not. */
const keys = [
  'person.profile.x', '/person/profile/x', 'person.profile.y', 'campaign.name', 'campaign_id', 'person.points',
  'person.hidden', 'person.groups', 'person.groups[0]', 'person.groups.1', '/person/groups/2', 'campaign.title.nl',
  'event.name', 'person.profile.deep.z'];

/** The same text with some characters as escapes. */
const unitEscape = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
const escape = (character) => character.split('').map(unitEscape).join('');
const maybeEscaped = (part) => (part.startsWith('\\') || part === '"' || dice.chance(0.9) ? part : escape(part));
const withEscapes = (json) => json.replace(/"(?:[^"\\]|\\.)*"/g, (text) => text.replace(/\\.|./gu, maybeEscaped));

function randomEvent() {
  const person = fields([['points', any()], ['hidden', scalar()], ['groups', dice.chance(0.8) ? list(true) : any()],
    ['profile', fields([['x', any()], ['y', any()], ['deep', `{"z":${any()}}`]])]]);
  return withEscapes(fields([['event', `{"name":${scalar()}}`], ['campaign_id', scalar()],
    ['campaign', fields([['name', scalar()], ['title', `{"nl":${any()}}`]])], ['person', person]]));
}

function randomOperand(operator) {
  switch (operator) {
    case 'between': return `[${scalar()},${scalar()}]`;
    case 'in':
    case 'notIn': return dice.chance(0.2) ? JSON.stringify(dice.pick(words) + dice.pick(words)) : list(true);
    case 'match':
    case 'notMatch': {
      const expression = JSON.stringify(dice.pick(expressions));
      return dice.chance(0.6) ? expression : `[${expression},"${dice.pick(['', 'i', 'm', 's', 'im', 'g', 'isu'])}"]`;
    }
    case 'anyOf':
    case 'noneOf':
    case 'allOf': return dice.chance(0.1) ? dice.pick(['null', '""', '[]']) : list(false);
    default: return any();
  }
}

function randomCondition(depth) {
  const kind = depth === 0 ? 9 : dice.below(10);
  if (kind < 4) {
    const inside = times(dice.below(4), () => randomCondition(depth - 1));
    return `{"operator":"${kind < 2 ? 'and' : 'or'}","value":[${inside}]}`;
  }
  if (kind === 4) return `{"operator":"not","value":${randomCondition(depth - 1)}}`;
  if (kind === 5 && dice.chance(0.2)) return dice.pick(['{}', '{"operator":null}', '{"key":"campaign_id","value":5}']);
  const operator = dice.pick(Object.keys(tests));
  return `{"key":${JSON.stringify(dice.pick(keys))},"operator":"${operator}","value":${randomOperand(operator)}}`;
}

// --- the comparison ---------------------------------------------------------------------------------

const { check, end } = report();

/** Two of the lines that are in only one of the lists; if there are none, the order differs. */
function difference(found, expected) {
  const only = (lines, others) => lines.filter((line) => !others.includes(line));
  const more = only(found, expected).map((line) => `+ ${line}`);
  const wrong = [...more, ...only(expected, found).map((line) => `- ${line}`)];
  return wrong.length > 0 ? wrong.slice(0, 2) : ['the order'];
}

withFolder((folder) => {
  const lines = [...new Set(Array.from({ length: eventCount }, randomEvent))];
  const events = lines.map((line) => JSON.parse(line));
  const file = path.join(folder, 'events.ndjson');
  fs.writeFileSync(file, `${lines.join('\n')}\n`);
  let kept = 0;
  for (let i = 0; i < conditionCount; i += 1) {
    const written = withEscapes(randomCondition(i % 3));
    const condition = JSON.parse(written);
    const expected = lines.filter((_, at) => holds(condition, events[at]));
    const { status, stdout } = run(['filter', written, file]);
    kept += expected.length;
    check(`${written}: status`, status, expected.length > 0 ? 0 : 1);
    const found = stdout.split('\n').slice(0, -1);
    const wrong = found.join() === expected.join() ? [] : difference(found, expected);
    check(`${written}: ${found.length} events kept, not ${expected.length}`, wrong, []);
  }
  const share = kept / (conditionCount * eventCount);
  check('some events are kept and some are not', share > 0.1 && share < 0.9, true);
});

end(conditionCount * 2);
