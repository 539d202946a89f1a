// Bodies of testdata with a few bytes changed are accepted exactly if JSON.parse accepts them, for bytes that are UTF-8
// and text without lone surrogates. One byte at a time is moved, doubled, dropped, replaced or swapped.

import fs from 'node:fs';
import path from 'node:path';

import { parseLines, project, random, report, run, withFolder } from './lib/support.mjs';

const unreadable = new Set(['json-syntax', 'utf8', 'limit']);
const suspects = [...'{}[]:,"\\/0123456789-+.eEtfnul abc\n\r\t\u0000\u001f'].map((c) => c.charCodeAt(0))
  .concat([0x7f, 0x80, 0xbf, 0xc0, 0xc3, 0xe2, 0xed, 0xf0, 0xff]);
const escapes = ['\\u', '\\ud83d', '\\ude00', '\\u00e9', '\\x', '\\"', '\\\\', 'null', 'true', '1e5', '-0', '01', ',,', '[]', '{}'];

function mutate(bytes, dice) {
  const out = [...bytes];
  for (let left = 1 + dice.below(3); left > 0; left -= 1) {
    const at = dice.below(out.length);
    switch (dice.below(6)) {
      case 0: out.splice(at, 1); break;
      case 1: out.splice(at, 0, dice.pick(suspects)); break;
      case 2: out[at] = dice.pick(suspects); break;
      case 3: out.splice(at, 0, ...Buffer.from(dice.pick(escapes))); break;
      case 4: out.splice(at, 0, out[at]); break;
      default: [out[at], out[Math.min(at + 1, out.length - 1)]] = [out[Math.min(at + 1, out.length - 1)], out[at]];
    }
  }
  return Buffer.from(out);
}

/** JSON.parse accepts lone surrogates; JSON.stringify writes only them as escapes. */
function isJson(bytes) {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
    return !/(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(JSON.stringify(value));
  } catch {
    return false;
  }
}

/** Several texts on one line, and elements of a list, are separate bodies, so acceptance does not apply to the whole text. */
function isOneText(bytes) {
  const text = bytes.toString('latin1');
  return text.startsWith('{') && !/[}\]]\s*[{[]/.test(text);
}

const valid = path.join(project, 'testdata/valid');
const bodies = fs.readdirSync(valid).filter((name) => name.endsWith('.json')).map((name) => fs.readFileSync(path.join(valid, name)));
const dice = random(20260319);
const results = report();
withFolder((folder) => {
  const expected = new Map();
  while (expected.size < 4000) {
    const body = mutate(dice.pick(bodies), dice);
    if (!isOneText(body)) continue;
    const name = `${expected.size}.json`.padStart(10, '0');
    expected.set(name, isJson(body));
    fs.writeFileSync(path.join(folder, name), body);
  }
  const refused = new Set(parseLines(run(['validate', '--from', 'json', '-f', 'ndjson', folder]).stdout)
    .filter(({ rule }) => unreadable.has(rule)).map(({ source }) => path.basename(source)));
  for (const [name, accepted] of expected) results.check(name, !refused.has(name), accepted);
  const accepted = [...expected.values()].filter(Boolean).length;
  results.check('both outcomes are common', accepted > 300 && accepted < 3700, true);
});
results.end(4000);
