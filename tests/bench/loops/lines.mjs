// Shared by the loops over the lines of a capture.

import fs from 'node:fs';

/** The lines of a file, without the empty one after the last newline. */
export const linesOf = (file) => fs.readFileSync(file, 'utf8').split('\n').slice(0, -1);

/** Writes many texts, one per line, in few calls. */
export function print(texts) {
  for (let at = 0; at < texts.length; at += 1000) {
    fs.writeSync(1, texts.slice(at, at + 1000).join('\n') + '\n');
  }
}
