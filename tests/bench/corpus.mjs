// The captures that are measured, made by hookspect itself and kept in build/bench until its samples change.

import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const large = { maxBuffer: 1 << 30 };

/** Runs hookspect, writing its output to a file. */
function make(program, args, file) {
  const out = fs.openSync(file, 'w');
  execFileSync(program, args, { stdio: ['ignore', out, 'ignore'] });
  fs.closeSync(out);
}

const sample = (program, events) => ['sample', '--size', 'typical', '-n', events, '--seed', '7'].map(String);

/** Whether the file begins with the events that this hookspect would generate. */
function isCurrent(program, file) {
  if (!fs.existsSync(file)) return false;
  const expected = execFileSync(program, sample(program, 200), large);
  const found = Buffer.alloc(expected.length);
  const input = fs.openSync(file);
  fs.readSync(input, found, 0, found.length, 0);
  fs.closeSync(input);
  return found.equals(expected);
}

const linesOf = (file) => fs.readFileSync(file, 'utf8').trimEnd().split('\n');
const write = (file, lines) => fs.writeFileSync(file, lines.join('\n') + '\n');

/** The event as JSON, with all texts of its campaign changed. */
function withTexts(line, change) {
  const event = JSON.parse(line);
  const { campaign } = event;
  for (const texts of [campaign?.title, campaign?.summary, campaign?.promote?.title, campaign?.promote?.description]) {
    for (const language of Object.keys(texts ?? {})) texts[language] = change(texts[language]);
  }
  return JSON.stringify(event);
}

const escape = (text) => text.replace(/[^"\\\n]/g, (c) => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'));

/** The slowest captures that we know, each made from ordinary events and about as large as they are. */
const worst = {
  // JSON.stringify writes a backslash as two: remove one of them.
  escapes: (line) => withTexts(line, escape).replaceAll('\\\\u', '\\u'),
  'non-ASCII': (line) => withTexts(line, (text) => '招待状を友達に送る、'.repeat(text.length / 30 + 1)),
  'tiny values': (line) => {
    const response = Array.from({ length: line.length / 8 }, (_, i) => [i % 10, {}, true][i % 3]);
    return JSON.stringify({
      event: { name: 'created', resource: 'interaction' },
      interaction_id: 7,
      interaction: { id: 7, response: { response } },
    });
  },
  'unknown fields': (line) => line.replace(/"(?!name|resource)(\w{3,})":(?![{[])/g, '"$1Q":'),
  'all invalid': (line) => line.replace(/"resource":"[a-z]+"/, '"resource":"campain"')
    .replace(/"id":(\d+)/g, '"id":"x$1"').replace(/"created":(\d+)/g, '"created":"$1s"'),
};

/**
 * Generates the captures for a number of events and returns their paths by name:
 * - `all`, `form` (half as many events, as many bytes) and `array`;
 * - `slice`, a tenth, and `few`, a fiftieth of the events, for slow programs;
 * - `before` and `after`, halves in which every tenth event has changed;
 * - `one` event of 3 KB, and the `first` event, to measure what a program costs without work;
 * - `worst`, the slowest captures.
 * Some programs recognise NDJSON only by the file name suffix .jsonl.
 */
export function makeCorpus(program, root, events) {
  const folder = path.join(root, String(events));
  const at = (name) => path.join(folder, name);
  const files = {
    all: at('all.ndjson'), form: at('all.form'), array: at('all.json'),
    slice: at('slice.jsonl'), fewForms: at('few.form'),
    before: at('before.ndjson'), after: at('after.ndjson'),
    fewBefore: at('few-before.ndjson'), fewAfter: at('few-after.ndjson'),
    one: at('one.json'),
    first: at('first.jsonl'), firstForm: at('first.form'),
  };
  const worstFiles = Object.fromEntries(Object.keys(worst).map((name) => [name, at(`${name.replace(' ', '-')}.ndjson`)]));
  if (isCurrent(program, files.all)) return { ...files, worst: worstFiles };

  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  make(program, sample(program, events / 10), files.slice);
  const lines = linesOf(files.slice);
  write(files.first, lines.slice(0, 1));
  const few = lines.slice(0, events / 50);
  const change = (line, i) => (i % 10 ? line : line.replace(/"created":(\d+)/, '"created":1$1').replace(' ', ' new '));
  write(files.fewBefore, few);
  write(files.fewAfter, few.map(change));
  make(program, ['convert', '--to', 'form', files.fewBefore], files.fewForms);
  make(program, ['convert', '--to', 'form', files.first], files.firstForm);
  write(files.one, lines.filter((line) => Math.abs(line.length - 3000) < 100 && JSON.parse(line).campaign?.title?.nl).slice(0, 1));
  for (const [name, spoil] of Object.entries(worst)) write(worstFiles[name], lines.map(spoil));

  make(program, sample(program, events / 2), files.before);
  write(files.after, linesOf(files.before).map(change));
  make(program, ['convert', '--to', 'form', files.before], files.form);
  const out = fs.openSync(files.array, 'w');
  make(program, sample(program, events), files.all + '.new');
  fs.writeSync(out, '[');
  linesOf(files.all + '.new').forEach((line, i) => fs.writeSync(out, (i ? ',\n' : '') + line));
  fs.writeSync(out, ']\n');
  fs.closeSync(out);
  fs.renameSync(files.all + '.new', files.all);  // last, so that an interrupted run starts again
  return { ...files, worst: worstFiles };
}
