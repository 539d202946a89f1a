// Runs the program that a differential test compares.

import { spawnSync } from 'node:child_process';

/** The value of `--NAME VALUE` on the command line, or `otherwise`. */
export function option(name, otherwise) {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1];
}

const program = option('program', 'hookspect');

/** The lines that `hookspect ARGS` prints; anything but status 0 ends the test. */
export function linesOf(args, input = '') {
  const run = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (run.error || run.status !== 0) {
    console.error(`${program} ${args.join(' ')}: ${run.error ?? `status ${run.status}`}\n${run.stderr}`);
    process.exit(2);
  }
  return run.stdout.split('\n').slice(0, -1);
}
