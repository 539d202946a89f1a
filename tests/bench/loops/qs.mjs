// node qs.mjs FILE: each form body of a line as JSON, by the parser that most receivers use.

import qs from 'qs';

import { linesOf, print } from './lines.mjs';

const options = { depth: 64, arrayLimit: 1000, parameterLimit: 100000 };
print(linesOf(process.argv[2]).map((line) => JSON.stringify(qs.parse(line, options))));
