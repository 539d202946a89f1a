// Checks json-corner-cases.tsv without the program under test: `node tests/data/check-corner-cases.mjs`.
//
// - Acceptance: JSON.parse, on strictly decoded bytes, and python3's json, restricted to RFC 8259, must agree.
// - Offset of json-syntax: a prefix is viable if JSON.parse accepts some completion of it. The bytes before the offset
//   must be viable, but not with the next character. Of utf8: the bytes before the offset are UTF-8, the sequence that
//   begins there is not. Of limit: the first bracket at depth 129.
// - Pointer: a walk over the bytes before the offset. They are known to be viable, so the walk need not check them.

import assert from 'node:assert';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

const LIMIT = 128;
const strict = (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

function unescape(text) {
  const out = [];
  for (const [part, hex] of text.matchAll(/\\x([0-9A-Fa-f]{2})|\\.|[^\\]+/g)) {
    const named = { '\\n': '\n', '\\r': '\r', '\\t': '\t', '\\\\': '\\' }[part];
    assert(hex || named || !part.startsWith('\\'), `unknown escape ${part}`);
    out.push(hex ? Buffer.from(hex, 'hex') : Buffer.from(named ?? part));
  }
  return Buffer.concat(out);
}

function accepts(text) {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** The brackets that are open at the end of `text`, innermost last, and the greatest depth in it. */
function openBrackets(text) {
  const open = [];
  let deepest = 0;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*(?:"|\\?$)|[[\]{}]/gs)) {
    if (token === '{' || token === '[') open.push(token);
    if (token === '}' || token === ']') open.pop();
    deepest = Math.max(deepest, open.length);
  }
  return { open, deepest };
}

/** Whether some text that begins with `prefix` is one JSON text, or the beginning of a sequence of them. */
function viable(prefix) {
  const { open } = openBrackets(prefix);
  const close = open.reverse().map((bracket) => (bracket === '{' ? '}' : ']')).join('');
  const endToken = ['', '"', 'n"', '0"', '00"', '000"', '0000"', '\\udc00"', '0', 'rue', 'ue', 'e', 'alse', 'lse', 'se', 'ull', 'll', 'l'];
  const endMember = ['', ':0', '0', '"":0'];
  return endToken.some((token) => endMember.some((member) => accepts(prefix + token + member + close)));
}

function pointerOf(tokens) {
  return tokens.map((token) => `/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** Pointer of the innermost value begun after `prefix`, where `next` is the character at fault ('' at the end). */
function pointerAfter(prefix, next) {
  const stack = [];
  let pending = false;  // a value is expected after a colon, or is being read
  let scalar = false;   // `prefix` ends inside a value that is not a container
  for (const match of prefix.matchAll(/("(?:[^"\\]|\\.)*("|\\?$))|[[\]{},:]|[^\s[\]{},:"]+/gs)) {
    const [token, string, quote] = match;
    const top = stack.at(-1);
    const atEnd = match.index + token.length === prefix.length;
    scalar = false;
    if (token === '{' || token === '[') {
      stack.push({ list: token === '[', at: 0, key: null, wantsKey: token === '{' });
      pending = false;
    } else if (token === '}' || token === ']') {
      stack.pop();
      pending = false;
    } else if (token === ',') {
      if (top) Object.assign(top, { at: top.at + 1, wantsKey: !top.list });
    } else if (token === ':') {
      pending = true;
    } else if (top?.wantsKey) {
      if (quote === '"') Object.assign(top, { key: JSON.parse(string), wantsKey: false });
    } else {
      const endsWithFault = next && !/[\s[\]{},:"]/.test(next);
      const whole = string ? quote === '"' : Boolean(accepts(token)) && !(atEnd && endsWithFault);
      scalar = atEnd && !whole;
      pending = false;
    }
  }
  const path = stack.map((level) => (level.list ? level.at : level.key));
  const begun = pending || scalar ? path : path.slice(0, -1);
  return pointerOf(stack[0]?.list ? begun.slice(1) : begun);  // a list at the root contains events
}

function isUtf8(bytes) {
  try {
    return strict(bytes), true;
  } catch {
    return false;
  }
}

/** The text before `offset`. A byte order mark at the start is not part of it. */
const before = (bytes, offset) => strict(bytes.subarray(0, offset));

function wellFormed(value) {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || !value) return true;
  return Object.entries(value).every(([key, member]) => key.isWellFormed() && wellFormed(member));
}

const judge = {
  ok({ bytes }) {
    const parsed = accepts(strict(bytes));
    assert(parsed, 'JSON.parse refuses it');
    assert(wellFormed(parsed.value), 'lone surrogate');
    assert(typeof parsed.value.event === 'object' && !Array.isArray(parsed.value), 'no event');
    assert(openBrackets(strict(bytes)).deepest <= LIMIT, 'too deep');
  },

  'json-syntax'({ bytes, offset, pointer }) {
    const body = bytes.subarray(0, bytes.length - (/\r?\n$/.exec(bytes.toString('latin1'))?.[0].length ?? 0));
    const head = before(bytes, offset);
    assert(viable(head), 'a fault stands before the offset');
    assert(openBrackets(head).deepest <= LIMIT, 'the limit is crossed before the offset');
    if (offset >= body.length) {
      assert.strictEqual(offset, body.length, 'the end is elsewhere');
      assert(!accepts(head), 'JSON.parse accepts it');
      assert.strictEqual(pointerAfter(head, ''), pointer);
      return;
    }
    const length = [1, 2, 3, 4].find((count) => isUtf8(bytes.subarray(offset, offset + count)));
    const fault = bytes.subarray(offset, offset + length).toString();
    assert(!viable(head + fault), 'a text can continue at the offset');
    assert.strictEqual(pointerAfter(head, fault), pointer);
  },

  utf8({ bytes, offset, pointer }) {
    const head = before(bytes, offset);
    assert(viable(head), 'a fault stands before the offset');
    assert.strictEqual(pointerAfter(head, ''), pointer);
    const rest = bytes.subarray(offset);
    if (/^\\u[dD][89a-fA-F]/.test(rest.toString('latin1'))) {
      const [high, low] = [/^\\u[dD][89abAB]/, /^\\u[dD][89abAB]..\\u[dD][c-fC-F]/].map((re) => re.test(rest.toString('latin1')));
      assert(!(high && low), 'the surrogate has its partner');
      assert(!/\\u[dD][89abAB]..$/.test(head) || !/^\\u[dD][c-fC-F]/.test(rest.toString('latin1')), 'the partner stands before');
    } else {
      assert([1, 2, 3, 4].every((count) => !isUtf8(rest.subarray(0, count))), 'the sequence at the offset is UTF-8');
    }
  },

  limit({ bytes, offset, pointer }) {
    const head = before(bytes, offset);
    assert(viable(head), 'a fault stands before the offset');
    assert.strictEqual(openBrackets(head).deepest, LIMIT);
    const bracket = String.fromCharCode(bytes[offset]);
    assert('[{'.includes(bracket), 'no bracket at the offset');
    assert.strictEqual(openBrackets(head + bracket).deepest, LIMIT + 1);
    assert.strictEqual(pointerAfter(head + bracket, ''), pointer);
  },

  'not-an-event'({ bytes, offset, pointer }) {
    const { value } = accepts(strict(bytes)) ?? assert.fail('JSON.parse refuses it');
    const isObject = (v) => typeof v === 'object' && v !== null && !Array.isArray(v);
    assert(!isObject(value) || !isObject(value.event), 'it is an event');
    assert.strictEqual(pointer, isObject(value) ? '/event' : '');
    const at = isObject(value) && 'event' in value ? /"event":(?=[^{])/.exec(strict(bytes)) : /^\s*/.exec(strict(bytes));
    assert.strictEqual(offset, at.index + at[0].length);
  },
};

function python(cases) {
  const program = `
import json, sys
getattr(sys, "set_int_max_str_digits", lambda n: None)(0)
def refuse(name): raise ValueError(name)
for line in sys.stdin:
    try:
        json.loads(bytes.fromhex(line.strip()).decode("utf-8-sig"), parse_constant=refuse)
        print("yes")
    except (ValueError, RecursionError):
        print("no")
`;
  const input = cases.map(({ bytes }) => bytes.toString('hex') + '\n').join('');
  const run = spawnSync('python3', ['-c', program], { input, encoding: 'utf8' });
  if (run.error) return console.log('python3 is not here: its half of the check is left out');
  assert.strictEqual(run.status, 0, run.stderr);
  const said = run.stdout.trim().split('\n');
  assert.strictEqual(said.length, cases.length);
  return said;
}

const rows = fs.readFileSync(new URL('json-corner-cases.tsv', import.meta.url), 'utf8').split('\n');
const cases = rows.filter((row) => row && !row.startsWith('#')).map((row) => {
  const columns = row.split('\t');
  assert.strictEqual(columns.length, 5, row);
  const [id, outcome, offset, pointer, body] = columns;
  return { id, outcome, offset: Number(offset), pointer, bytes: unescape(body) };
});

assert(cases.length >= 150, `only ${cases.length} cases`);
assert.strictEqual(new Set(cases.map(({ id }) => id)).size, cases.length, 'an id stands twice');

const said = python(cases);
let faults = 0;
cases.forEach((one, index) => {
  try {
    judge[one.outcome](one);
    const parsed = isUtf8(one.bytes) && Boolean(accepts(strict(one.bytes)));
    if (one.outcome === 'json-syntax') assert(!parsed, 'JSON.parse accepts it');
    if (said) assert.strictEqual(said[index], parsed ? 'yes' : 'no', 'python3 and JSON.parse differ');
  } catch (error) {
    faults++;
    console.error(`${one.id}: ${error.message}`);
  }
});

const count = (outcome) => cases.filter((one) => one.outcome === outcome).length;
console.log(`${cases.length} cases (${Object.keys(judge).map((o) => `${count(o)} ${o}`).join(', ')}), ${faults} faults`);
process.exitCode = faults ? 1 : 0;
