// Shared by the tests in this folder. Each is run as `node TEST.mjs --program HOOKSPECT`.

import assert from 'node:assert';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { environment } from '../../support/environment.mjs';

/** The value of `--NAME VALUE` on the command line, or `otherwise`. */
export function option(name, otherwise) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
}

export const program = path.resolve(option('program', 'hookspect'));
export const project = path.resolve(path.dirname(new URL(import.meta.url).pathname), '../../..');

/** Runs hookspect. Returns { status, stdout, stderr }, texts as UTF-8. */
export function run(args, { input = '', cwd } = {}) {
  const result = spawnSync(program, args, { input, cwd, env: environment(), maxBuffer: 1 << 30, encoding: 'utf8' });
  assert(result.error === undefined, String(result.error));
  assert(result.signal === null, `hookspect ${args.join(' ')} ended by ${result.signal}`);
  return result;
}

/** The lines that `hookspect ARGS` prints; any status except 0 is a failure. */
export function linesOf(args, input = '') {
  const { status, stdout, stderr } = run(args, { input });
  assert(status === 0, `hookspect ${args.join(' ')}: status ${status}\n${stderr}`);
  return stdout.split('\n').slice(0, -1);
}

/** The lines of an NDJSON text as values. */
export function parseLines(text) {
  return text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
}

/** Calls `use` with a new folder, which is removed afterwards. */
export function withFolder(use) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'hookspect-'));
  try {
    return use(folder);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Rows of a table whose columns are separated by tabs; lines that begin with # are comments. */
export function readTable(file) {
  return fs.readFileSync(file, 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

/** Random numbers that are the same in every run: mulberry32. */
export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    below: (count) => Math.floor(next() * count),
    pick: (list) => list[Math.floor(next() * list.length)],
    chance: (probability) => next() < probability,
  };
}

/** Counts checks, prints each failure, and ends the process with a summary line. */
export function report() {
  let passed = 0;
  const failures = [];
  return {
    check(name, actual, expected) {
      try {
        assert.deepStrictEqual(actual, expected);
        passed += 1;
      } catch (error) {
        failures.push(`${name}: ${error.message}`);
      }
    },
    end(atLeast = 1) {
      for (const failure of failures.slice(0, 20)) console.log(`FAILED ${failure}\n`);
      console.log(`${passed} passed, ${failures.length} failed`);
      assert(passed + failures.length >= atLeast, `only ${passed + failures.length} checks, expected ${atLeast}`);
      process.exitCode = failures.length > 0 ? 1 : 0;
    },
  };
}
