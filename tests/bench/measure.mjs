// Measures the cost of commands, and combines many measurements.

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** How commands are measured; `rusage` is the path of our program of that name. */
export function makeMeter(rusage) {
  /** {processor, wall} in seconds and {peak} in MiB of a command that is run `times` times. */
  return async function cost(command, { times = 1, statuses = [0, 1] } = {}) {
    const { stdout } = await run(rusage, [String(times), ...command], { maxBuffer: 1 << 26 });
    const [processor, wall, peak, status] = stdout.split(' ').map(Number);
    if (!statuses.includes(status)) throw new Error(`ended with status ${status}`);
    return { processor, wall, peak: peak / 1024 };
  };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Two significant digits: 0.93, 4.2, 37. */
export const short = (value) => (value >= 10 ? value.toFixed(0) : value.toFixed(value >= 2 ? 1 : 2));
