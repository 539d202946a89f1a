// Output, messages and status are the same for any number of threads:
//
//     node tests/differential/threads.mjs --program PATH
//
// Captures of several chunks are made from testdata. The reference is the run with one thread, which reads in order. It is
// checked against what is known about the captures: how many events of each kind there are, which of them have findings,
// and so which status the command must have.

import fs from 'node:fs';
import path from 'node:path';

import { parseLines, project, random, readTable, report, run, withFolder } from './lib/support.mjs';

const results = report();
const dice = random(11);

const files = ['valid', 'broken', 'captures'].flatMap((folder) => {
  const at = path.join(project, 'testdata', folder);
  return fs.readdirSync(at, { recursive: true }).map((name) => path.join(at, name));
}).filter((name) => fs.statSync(name).isFile() && fs.statSync(name).size < 50_000).sort();

// From testdata/README.md and the table of broken bodies.
const notes = { 'campaign-changed-undocumented-keys.json': 5, 'campaign-created.json': 2 };
const broken = new Map(readTable(path.join(project, 'testdata/broken/expected.tsv'))
  .map(([file, rule, severity]) => [file, { rule, severity }]));
const unreadable = ['json-syntax', 'form-syntax', 'utf8', 'limit'];

// A piece of a capture: its bytes, and what is known about it. A healthy piece is an event that every command reads. For
// the others, which are placed between them, only their severity is known.
const healthy = files.filter((name) => name.includes('/valid/') && name.endsWith('.json')).map((name) => {
  const event = JSON.parse(fs.readFileSync(name, 'utf8'));
  return { event, findings: notes[path.basename(name)] ?? 0 };
});
const strays = files.map((name) => {
  const fault = broken.get(path.basename(name));
  return {
    text: Buffer.concat([fs.readFileSync(name), Buffer.from('\n')]),
    invalid: fault?.severity === 'error',
    unreadable: unreadable.includes(fault?.rule),
  };
});
const layouts = {
  line: (event) => `${JSON.stringify(event)}\n`,
  element: (event) => `${JSON.stringify(event)},`,
  indented: (event) => `${JSON.stringify([event], null, 2).slice(2, -2)},\n`,
};
const event = (layout) => {
  const chosen = dice.pick(healthy);
  const text = layouts[layout](chosen.event);
  return { ...chosen, text: Buffer.from(text), size: Buffer.byteLength(text.trim().replace(/,$/, '')) };
};
const stray = () => dice.pick(strays);
const empty = (text) => ({ event: {}, findings: 1, invalid: true, text: Buffer.from(text), size: 2 });

/** Pieces of 1.2 MB in total. */
function many(next) {
  const pieces = [];
  for (let bytes = 0; bytes < 1_200_000; bytes += pieces.at(-1).text.length) pieces.push(next());
  return pieces;
}

const captures = {
  'healthy.ndjson': { pieces: many(() => event('line')) },
  'rare-faults.ndjson': { pieces: many(() => (dice.chance(0.002) ? stray() : event('line'))) },
  'anything.txt': { pieces: many(stray) },
  'pretty.json': { before: '[\n', pieces: [...many(() => event('indented')), empty('  {}\n')], behind: ']\n' },
  'line.json': { before: '[', pieces: [...many(() => event('element')), empty('{}')], behind: ']' },
};

const clean = 'healthy.ndjson';

/** The bytes of a capture. */
const bytesOf = ({ before = '', pieces, behind = '' }) =>
  Buffer.concat([Buffer.from(before), ...pieces.map(({ text }) => text), Buffer.from(behind)]);

// --- what is expected of the commands ---------------------------------------------------------------

const resourceOf = ({ event: head }) => head?.resource;
const identity = (one) => `${resourceOf(one)} ${one[resourceOf(one)]?.id ?? one[`${resourceOf(one)}_id`]}`;
const distinct = (list) => new Set(list).size;
const having = (test) => (pieces) => pieces.filter(({ event: one }) => test(one)).length;
const all = having(() => true);
const findings = (pieces) => pieces.reduce((sum, piece) => sum + piece.findings, 0);
const atMost = (limit, count) => (pieces) => Math.min(limit, count(pieces));
const campaigns = (pieces) =>
  distinct(pieces.map(({ event: one }) => one).filter(({ campaign }) => campaign).map(({ campaign }) => campaign.id));

const lines = ({ stdout }) => stdout.split('\n').length - 1;
/** The number before these words, with commas between thousands; undefined if they do not occur. */
const before = (words, stream = 'stdout') => (run) =>
  Number((run[stream].match(new RegExp(`([\\d,]+) ${words}`, 'm')) ?? [])[1]?.replaceAll(',', ''));

const valid = ({ invalid }) => (invalid ? 1 : 0);
const read = ({ unreadable: some }) => (some ? 3 : 0);
const found = () => 0;

// The arguments, the status, how to count what was printed, and how many it must be for these pieces. With `limit`, the
// run may leave everything after its last event unread, including faults.
const commands = [
  { args: ['validate'], status: valid, count: before('events? (valid|is|are)'), of: all },
  { args: ['validate', '-f', 'json'], status: valid, count: ({ stdout }) => JSON.parse(stdout).summary.events, of: all },
  { args: ['validate', '-f', 'github'], status: valid, count: before('events? (valid|is|are)'), of: all },
  { args: ['validate', '-f', 'ndjson', '--max-findings', '300'], status: valid, count: lines, of: atMost(300, findings) },
  { args: ['validate', '--summary'], status: valid, count: before('events? (valid|is|are)'), of: all },
  { args: ['validate', '-q'], status: valid, count: lines, of: () => 0 },
  { args: ['convert'], status: read, count: lines, of: all },
  { args: ['convert', '--to', 'form'], status: read, count: lines, of: all },
  { args: ['show', '-n', '800'], status: read, limit: true, count: ({ stdout }) => stdout.match(/^── /gm)?.length,
    of: atMost(800, all) },
  { args: ['show', '--oneline'], status: read, count: lines, of: all },
  { args: ['show', '-f', 'json'], status: read, count: lines, of: all },
  { args: ['get', 'campaign.id,event.name', '-f', 'csv', '--with-source'], status: read,
    count: (run) => lines(run) - 1, of: having(resourceOf) },
  { args: ['get', 'person.id', '-f', 'json', '-e'], status: (known) => read(known) || 1,
    count: ({ stdout }) => JSON.parse(stdout).length, of: having((one) => one.person?.id !== undefined) },
  { args: ['get', 'event.name', '--latest', '-w', 'valid'], status: found, count: lines,
    of: (pieces) => distinct(pieces.map(({ event: one }) => one).filter(resourceOf).map(identity)) },
  { args: ['filter', 'campaign.config.languages contains nl', '-n', '250'], status: read, limit: true, count: lines,
    of: atMost(250, having((one) => one.campaign?.config?.languages?.includes('nl'))) },
  { args: ['filter', 'invalid'], status: (known) => 1 - valid(known), count: before('of', 'stderr'),
    of: (pieces) => pieces.filter(({ invalid }) => invalid).length },
  { args: ['filter', '-c', 'event.resource == person'], status: read, of: having((one) => resourceOf(one) === 'person'),
    count: ({ stdout }) => [...stdout.matchAll(/:(\d+)$/gm)].reduce((sum, [, number]) => sum + Number(number), 0) },
  { args: ['filter', '-l', 'event.resource == person'], status: read, limit: true, count: lines, of: () => 2 },
  { args: ['translations', '-f', 'json'], status: read, count: ({ stdout }) => JSON.parse(stdout).total.campaigns,
    of: campaigns },
  { args: ['translations', '--event', 'campaign,interaction', '--missing'], status: read, count: before('campaigns'),
    of: campaigns },
  { args: ['stats', '--by', 'event.name,campaign.id', '--max-body', '2kB'], status: () => 3, count: before('events$'),
    of: (pieces) => pieces.filter(({ size }) => size <= 2000).length },
];

/** Checks the run with one thread. With strays, the events of the clean capture give the minimum. */
function checkReference(name, { args, status, limit, count, of }, one) {
  const pieces = [...captures[name].pieces, ...captures[clean].pieces];
  const known = { invalid: pieces.some((piece) => piece.invalid), unreadable: pieces.some((piece) => piece.unreadable) };
  const due = limit && one.status === 0 ? 0 : status(known);
  results.check(`${name}: ${args.join(' ')}: status of one thread`, one.status, due);
  const exact = pieces.every((piece) => piece.event !== undefined);
  const counted = one.status === 2 ? undefined : count(one);
  const least = of(exact ? pieces : captures[clean].pieces);
  results.check(`${name}: ${args.join(' ')}: count of one thread`, exact ? counted : counted >= least, exact ? least : true);
}

withFolder((folder) => {
  for (const [name, capture] of Object.entries(captures)) fs.writeFileSync(path.join(folder, name), bytesOf(capture));
  for (const name of Object.keys(captures)) {
    for (const command of commands) {
      const args = [...command.args, name, clean];
      const [one, ...others] = [1, 2, 5].map((threads) => run([...args, '-j', String(threads)], { cwd: folder }));
      checkReference(name, command, one);
      for (const other of others) {
        results.check(`${args.join(' ')}: status`, other.status, one.status);
        results.check(`${args.join(' ')}: output`, other.stdout === one.stdout, true);
        results.check(`${args.join(' ')}: messages`, other.stderr, one.stderr);
      }
    }
    const input = fs.readFileSync(path.join(folder, name));
    const piped = run(['validate', '-f', 'ndjson', '-j', '2'], { input });
    const read = run(['validate', '-f', 'ndjson', '-j', '1', '-'], { input });
    results.check(`${name} from a pipe`, piped.stdout === read.stdout, true);
    results.check(`${name} from a pipe: status`, piped.status, read.status);
    results.check(`${name} from a pipe: findings`, parseLines(read.stdout).length >= findings(captures[name].pieces
      .filter(({ event: one }) => one !== undefined)), true);
  }
});

results.end();
