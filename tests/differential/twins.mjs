// Each form body in testdata/valid is the event of its JSON twin:
//
//     node tests/differential/twins.mjs --program PATH
//
// What a form cannot carry is removed from the JSON first: null becomes the empty text, empty lists and objects are
// dropped, and every scalar becomes its text. Then the schema must restore the types: documented.mjs does so here, the
// decoder in the program.

import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { number, parseJson, sorted, typed } from './lib/documented.mjs';
import { linesOf } from './lib/support.mjs';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../testdata/valid');
const [mark] = Object.keys(number(''));

/** The value with texts for scalars, as qs.stringify writes it; undefined if it writes nothing. */
function texts(value) {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (mark in value) return value[mark];
  const parts = Object.entries(value).map(([key, part]) => [key, texts(part)])
    .filter(([, part]) => part !== undefined);
  if (parts.length === 0) return undefined;
  return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}

const show = (file) => parseJson(linesOf(['show', '-f', 'json', path.join(folder, file)])[0]);

const forms = fs.readdirSync(folder).filter((name) => name.endsWith('.form')).sort();
let failures = 0;
for (const form of forms) {
  const expected = JSON.stringify(sorted(typed(texts(show(form.replace(/form$/, 'json'))))));
  const got = JSON.stringify(sorted(show(form)));
  if (got === expected) continue;
  ++failures;
  console.error(`${form}\n  JSON twin: ${expected}\n  form:      ${got}`);
}
console.log(`${forms.length} forms, ${failures} differ from their twins`);
process.exitCode = failures || forms.length === 0 ? 1 : 0;
