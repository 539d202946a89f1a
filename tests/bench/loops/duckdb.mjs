// node duckdb.mjs TASK FILE: a DuckDB query on one thread. Querying the JSON of each line is faster here than letting
// DuckDB read the lines into columns.

import { DuckDBInstance } from '@duckdb/node-api';

const [task, file] = process.argv.slice(2);
const source = `read_ndjson_objects('${file.replaceAll("'", "''")}')`;
const queries = {
  get: `select json->>'$.campaign.title.nl' from ${source}`,
  filter: `select json from ${source} where json->>'$.event.resource' = 'campaign'
    and list_contains(json->>'$.campaign.config.languages[*]', 'nl')`,
};
const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
const connection = await instance.connect();
// A delimiter that occurs in no body, and no quotes, so that lines are read as they are.
await connection.run(`copy (${queries[task]}) to '/dev/stdout'
  (format csv, header false, quote '', escape '', delimiter '\x01')`);
