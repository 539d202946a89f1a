// node ajv.mjs SCHEMA FILE: ajv, compiled once, over each line.

import fs from 'node:fs';

import Ajv from 'ajv';

import { linesOf } from './lines.mjs';

const [schema, file] = process.argv.slice(2);
const isValid = new Ajv({ allowUnionTypes: true }).compile(JSON.parse(fs.readFileSync(schema, 'utf8')));
let invalid = 0;
for (const line of linesOf(file)) invalid += isValid(JSON.parse(line)) ? 0 : 1;
if (invalid) throw new Error(`${invalid} lines are invalid`);
