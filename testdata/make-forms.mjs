// Generates the form twin of each JSON body: the output of `qs.stringify(data)`, byte for byte, except that numbers
// keep their text. Run `npm install` in tests/ first.
//
//     node testdata/make-forms.mjs            writes testdata/valid/*.form and testdata/captures/deliveries.form
//     node testdata/make-forms.mjs --check    writes nothing; exits with status 1 and prints the files that would change

import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const qs = createRequire(path.join(here, '../tests/package.json'))('qs');
const check = process.argv.includes('--check');
let stale = 0;

// JSON.parse would round 9007199254740993 and lose the number 1E400. In a form body every scalar is its text, so each
// number token outside strings is made a string before the text is parsed.
function formOf(json) {
  const quoted = json.replace(/"(?:[^"\\]|\\.)*"|-?\d[-+.\deE]*/gs, (token) =>
    token.startsWith('"') ? token : `"${token}"`);
  JSON.parse(json);
  return qs.stringify(JSON.parse(quoted));
}

function write(file, text) {
  if (!check) return fs.writeFileSync(file, text);
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) return;
  console.error(`differs: ${path.relative(here, file)}`);
  stale = 1;
}

const valid = path.join(here, 'valid');
for (const name of fs.readdirSync(valid).filter((n) => n.endsWith('.json')).sort()) {
  const body = fs.readFileSync(path.join(valid, name), 'utf8');
  write(path.join(valid, name.replace(/\.json$/, '.form')), formOf(body));
}

const captures = path.join(here, 'captures');
const lines = fs.readFileSync(path.join(captures, 'deliveries.ndjson'), 'utf8').split('\n').filter(Boolean);
write(path.join(captures, 'deliveries.form'), lines.map((line) => formOf(line) + '\n').join(''));

process.exitCode = stale;
