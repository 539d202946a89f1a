// The programs that hookspect is compared with: how each is called, and whether it is installed.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const loop = (name) => (...args) => [process.execPath, path.join(here, 'loops', `${name}.mjs`), ...args];

/** The binary of @sourcemeta/jsonschema; its command in .bin is a Node script, which would take more time. */
function findJsonschema() {
  const name = `jsonschema-${process.platform}-${process.arch === 'x64' ? 'x86_64' : process.arch}`;
  return path.join(here, 'node_modules/@sourcemeta/jsonschema/build/github-releases', name);
}

/** The commands of all peers by name; `bench` is the folder of our own programs. */
export function makePeers(bench, schema) {
  const limit = (task) => (file) => [path.join(bench, 'peer'), task, file];
  const nl = '.campaign.title.nl';
  const wanted = 'select(.event.resource == "campaign" and (.campaign.config.languages | index("nl") != null))';
  return {
    'simdjson DOM parse_many': limit('many'),
    'simdjson On-Demand, every value': limit('walk'),
    'simdjson On-Demand, that value': limit('pick'),
    'simdjson On-Demand, those lines': limit('filter'),
    'plain percent-decoding': limit('percent'),
    'jsonschema --fast': (file) => [findJsonschema(), 'validate', '--fast', schema, file],
    'ajv, compiled': (file) => loop('ajv')(schema, file),
    'DuckDB, get': (file) => loop('duckdb')('get', file),
    'DuckDB, filter': (file) => loop('duckdb')('filter', file),
    'jq, get': (file) => ['jq', '-r', nl, file],
    'jq, filter': (file) => ['jq', '-c', wanted, file],
    'jq, pretty': (file) => ['jq', '.', file],
    'gojq, get': (file) => ['gojq', '-r', nl, file],
    'Miller, get': (file) => ['mlr', '--ijsonl', '--onidx', 'flatten', 'then', 'cut', '-f', nl.slice(1), file],
    qs: loop('qs'),
    'yajl json_reformat': (file) => ['sh', '-c', 'exec json_reformat -s < "$0"', file],
    jsondiffpatch: loop('jsondiffpatch'),
  };
}

/** Writes the schema that the validators read. */
export function writeSchema(file, schema) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(schema, null, 2) + '\n');
}

/** Why a command does not run, or undefined. Status 1 is not a failure: some commands use it for their result. */
export function whyNot(command) {
  const run = spawnSync(command[0], command.slice(1), { stdio: ['ignore', 'ignore', 'pipe'] });
  if (run.error) return run.error.code === 'ENOENT' ? 'not installed' : run.error.message;
  if (run.status === 0 || run.status === 1 && !run.stderr.includes('Error')) return undefined;
  if (run.stderr.includes('ERR_MODULE_NOT_FOUND')) return 'not installed';
  const lines = run.stderr.toString().trim().split('\n');
  return (lines.find((line) => /^hookspect:|error/i.test(line)) ?? lines.at(-1)).replace(/\/\S*\//g, '').slice(0, 80);
}
