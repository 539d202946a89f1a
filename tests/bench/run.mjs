// Compares hookspect with other programs and with the limit, and prints one Markdown table:
//
//     ./dev bench [--quick | --full] [--rounds N] [--only WORD]
//
// The figures are ratios of the processor time of one thread, both sides measured directly one after the other; the median
// of all rounds is printed. A slow peer gets a slice of the corpus; its start-up time is subtracted, and its time is
// compared per byte. --quick takes a tenth of the corpus and three rounds, --full adds what takes long, --only measures
// the rows with this word.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { makeCorpus } from './corpus.mjs';
import { makeMeter, median } from './measure.mjs';
import { makePeers, whyNot, writeSchema } from './peers.mjs';
import { makeRows } from './rows.mjs';
import { schema } from './schema.mjs';
import { table } from './table.mjs';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean' }, full: { type: 'boolean' }, rounds: { type: 'string' }, only: { type: 'string' },
  },
});
const rounds = Number(options.rounds ?? (options.quick ? 3 : 5));
const events = options.quick ? 10000 : 100000;

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const program = path.join(root, 'build/release/hookspect');
const bench = path.join(root, 'build/release/bench');
const schemaFile = path.join(root, 'build/bench/schema.json');
const cost = makeMeter(path.join(bench, 'rusage'));
const sizeOf = (files) => files.reduce((sum, file) => sum + fs.statSync(file).size, 0);

/** The options that set the number of threads of a command; empty if it has no such option. */
const threads = (count) => (command) => {
  const { stdout } = spawnSync(program, [command, '--help']);
  return /--threads\b/.test(String(stdout)) ? ['-j', String(count)] : [];
};

writeSchema(schemaFile, schema);
const files = makeCorpus(program, path.join(root, 'build/bench'), events);
const peers = makePeers(bench, schemaFile);
const rows = makeRows(files, { one: threads(1), two: threads(2), full: options.full })
  .filter(({ what, peer }) => !options.only || `${what} ${peer}`.includes(options.only));

/** The processor time per byte of the second command divided by that of the first; a side is {command, bytes, start?, times}. */
async function compare(ours, theirs) {
  const perByte = async ({ command, bytes, start, times }) => {
    const begin = start ? (await cost(start)).processor : 0;
    return ((await cost(command, { times })).processor / (times ?? 1) - begin) / bytes;
  };
  return await perByte(theirs) / await perByte(ours);
}

const ownSide = (row) => ({
  command: [program, ...row.args, row.file], times: row.times,
  bytes: row.what.startsWith('diff') ? sizeOf([row.args.at(-1), row.file]) : sizeOf([row.file]),
});

const measure = {
  async speed(row) {
    const peer = peers[row.peer];
    return compare(ownSide(row), {
      command: peer(...row.peerFiles), times: row.times, bytes: sizeOf(row.peerFiles),
      start: row.start && peer(...row.start),
    });
  },
  /** The row compared with the peer, or with ordinary events. */
  async cost(row) {
    if (row.peer) return 1 / await measure.speed(row);
    return 1 / await compare(ownSide(row), { ...ownSide(row), ...ownSide({ ...row, file: row.like }) });
  },
  async peak(row) {
    if (!row.repeat) return (await cost([program, ...row.args, row.file])).peak;
    const feed = `i=0; while [ $i -lt ${row.repeat} ]; do cat "$0"; i=$((i+1)); done | "$@"`;
    const rusage = [path.join(bench, 'rusage'), '1', program, ...row.args, '-'];
    const run = spawnSync('sh', ['-c', feed, row.file, ...rusage]);
    return Number(String(run.stdout).split(' ')[2]) / 1024;
  },
  async threads(row) {
    const wall = async (args) => (await cost([program, ...args, row.file])).wall;
    const one = await wall(row.args);
    const value = one / await wall(row.more);
    const both = Math.max(...await Promise.all([wall(row.args), wall(row.args)]));
    row.scaling.push(2 * one / both);
    return value;
  },
};

/** Why a row cannot be measured, or undefined. */
function missing(row) {
  if (row.needs === 0) return 'no such option';
  const own = whyNot([program, ...row.args, files.first]);
  return own ?? (row.peer && whyNot(peers[row.peer](...row.start ?? [files.first])));
}

const results = rows.map((row) => ({ row: { ...row, scaling: [] }, values: [], missing: missing(row) }));
let stopped = false;
process.once('SIGINT', () => { stopped = true; });  // ends the run after this row, and prints what there is
for (let round = 0; round < rounds && !stopped; ++round) {
  process.stderr.write(`\rround ${round + 1} of ${rounds} `);
  for (const result of results.filter((one) => !one.missing)) {
    if (stopped) break;
    try {
      result.values.push(await measure[result.row.kind](result.row));
    } catch (error) {
      if (!stopped) result.missing = error.message.split('\n')[0];
    }
  }
}
process.stderr.write('\r');
for (const result of results) {
  if (!result.values.length) result.missing ??= 'not measured';
  if (result.row.kind === 'threads' && !result.missing) {
    result.note = `one thread; two programs at once: ${median(result.row.scaling).toFixed(2)}×`;
  }
}

console.log(table(results));
console.log(`\n${spawnSync(program, ['--version']).stdout.toString().split('\n')[0]}, ${results[0]?.values.length ?? 0} rounds, `
  + `${Math.round(sizeOf([files.all]) / 1e6)} MB of NDJSON, ${os.cpus().length} cores (${os.cpus()[0].model.trim()}), `
  + `load ${os.loadavg()[0].toFixed(1)} at the end.`);
