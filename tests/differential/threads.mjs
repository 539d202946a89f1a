// Output, messages and status are the same for any number of threads:
//
//     node tests/differential/threads.mjs --program PATH
//
// Captures of some chunks each are made of testdata. The reference is the run with one thread, which reads in order.

import fs from 'node:fs';
import path from 'node:path';

import { project, random, report, run, withFolder } from './lib/support.mjs';

const results = report();
const dice = random(11);

const files = ['valid', 'broken', 'captures'].flatMap((folder) => {
  const at = path.join(project, 'testdata', folder);
  return fs.readdirSync(at, { recursive: true }).map((name) => path.join(at, name));
}).filter((name) => fs.statSync(name).isFile() && fs.statSync(name).size < 50_000).sort();

const isValid = (name) => name.includes('/valid/') && name.endsWith('.json');
const bodies = files.map((name) => fs.readFileSync(name));
const events = files.filter(isValid).map((name) => JSON.parse(fs.readFileSync(name, 'utf8')));

/** Pieces until they are `size` bytes. */
function many(size, next) {
  const pieces = [];
  for (let bytes = 0; bytes < size; bytes += pieces.at(-1).length) pieces.push(Buffer.from(next()));
  return Buffer.concat(pieces);
}

const size = 1_200_000;
const line = () => `${JSON.stringify(dice.pick(events))}\n`;
const anything = () => Buffer.concat([dice.pick(bodies), Buffer.from('\n')]);
const captures = {
  'healthy.ndjson': many(size, line),
  'rare-faults.ndjson': many(size, () => (dice.chance(0.002) ? anything() : line())),
  'anything.txt': many(size, anything),
  'pretty.json': `[\n${many(size, () => `${JSON.stringify([dice.pick(events)], null, 2).slice(2, -2)},\n`)}  {}\n]\n`,
  'line.json': `[${many(size, () => `${line().trim()},`)}{}]`,
};

const commands = [
  ['validate'],
  ['validate', '-f', 'json'],
  ['validate', '-f', 'github'],
  ['validate', '-f', 'ndjson', '--max-findings', '300'],
  ['validate', '--summary'],
  ['validate', '-q'],
  ['convert'],
  ['convert', '--to', 'form'],
  ['show', '-n', '800'],
  ['show', '--oneline'],
  ['show', '-f', 'json'],
  ['get', 'campaign.id,event.name', '-f', 'csv', '--with-source'],
  ['get', 'person.id', '-f', 'json', '-e'],
  ['get', 'event.name', '--latest', '-w', 'valid'],
  ['filter', 'campaign.config.languages contains nl', '-n', '250'],
  ['filter', 'invalid'],
  ['filter', '-c', 'event.resource == person'],
  ['filter', '-l', 'event.resource == person'],
  ['translations', '-f', 'json'],
  ['translations', '--event', 'campaign,interaction', '--missing'],
  ['stats', '--by', 'event.name,campaign.id', '--max-body', '2kB'],
];

withFolder((folder) => {
  for (const [name, bytes] of Object.entries(captures)) fs.writeFileSync(path.join(folder, name), bytes);
  for (const name of Object.keys(captures)) {
    for (const command of commands) {
      const args = [...command, name, 'healthy.ndjson'];
      const [one, ...others] = [1, 2, 5].map((threads) => run([...args, '-j', String(threads)], { cwd: folder }));
      for (const other of others) {
        results.check(`${args.join(' ')}: status`, other.status, one.status);
        results.check(`${args.join(' ')}: output`, other.stdout === one.stdout, true);
        results.check(`${args.join(' ')}: messages`, other.stderr, one.stderr);
      }
    }
    const piped = run(['validate', '-f', 'ndjson', '-j', '2'], { input: fs.readFileSync(path.join(folder, name)) });
    const read = run(['validate', '-f', 'ndjson', '-j', '1', '-'], { input: fs.readFileSync(path.join(folder, name)) });
    results.check(`${name} from a pipe`, piped.stdout === read.stdout, true);
  }
});

results.end();
