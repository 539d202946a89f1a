// What is measured: each row is a task of hookspect, what it is compared with, and the target.
//
//   speed   how many times less processor time per byte than the peer
//   cost    how many times the peer's processor time
//   peak    peak memory in MiB
//   threads how many times less wall time

const wanted = 'event.resource == campaign and campaign.config.languages contains nl';

/** The rows over a corpus (see corpus.mjs); `one` and `two` are the options for one and two threads of a command. */
export function makeRows(files, { one, two, full }) {
  const validate = ['validate', ...one('validate')];
  const get = ['get', ...one('get'), 'campaign.title.nl'];
  const filter = ['filter', ...one('filter'), wanted];
  const toNdjson = ['convert', ...one('convert'), '--to', 'ndjson'];
  const pretty = ['convert', ...one('convert'), '--pretty'];
  const whole = (peer) => ({ kind: 'speed', file: files.all, peer, peerFiles: [files.all] });
  const part = (peer) => ({ ...whole(peer), peerFiles: [files.slice], start: [files.first] });
  const database = (peer) => ({ ...whole(peer), start: [files.first] });
  const once = { kind: 'speed', file: files.one, peerFiles: [files.one], times: 40 };
  const limit = { kind: 'cost', file: files.one, peerFiles: [files.one], times: 200 };

  return [
    { what: 'validate', args: validate, ...part('jsonschema --fast'), least: 10 },
    { what: 'validate', args: validate, ...part('ajv, compiled'), least: 12 },
    { what: 'validate', args: validate, ...whole('simdjson On-Demand, every value'), least: 0.5 },
    { what: 'validate', args: validate, ...whole('simdjson DOM parse_many'), aim: 1 },

    { what: 'get a title', args: get, ...database('DuckDB, get'), least: 4 },
    { what: 'get a title', args: get, ...part('jq, get'), least: 20 },
    { what: 'get a title', args: get, ...part('gojq, get') },
    { what: 'get a title', args: get, ...part('Miller, get') },
    { what: 'get a title', args: get, ...whole('simdjson On-Demand, that value'), least: 0.6, aim: 0.8 },

    { what: 'filter', args: filter, ...database('DuckDB, filter'), least: 4 },
    { what: 'filter', args: filter, ...part('jq, filter'), least: 25 },
    { what: 'filter', args: filter, ...whole('simdjson On-Demand, those lines'), aim: 0.8 },

    {
      what: 'forms to NDJSON', args: toNdjson, ...whole('qs'), file: files.form,
      peerFiles: [files.fewForms], start: [files.firstForm], least: 15,
    },
    {
      what: 'forms to NDJSON', args: toNdjson, ...whole('plain percent-decoding'), file: files.form,
      peerFiles: [files.form], aim: 0.5,
    },
    { what: 'convert --pretty', args: pretty, ...part('yajl json_reformat'), least: 6 },
    { what: 'convert --pretty', args: pretty, ...part('jq, pretty'), least: 25 },
    {
      what: 'diff of captures', args: ['diff', ...one('diff'), files.before], ...whole('jsondiffpatch'),
      file: files.after, peerFiles: [files.fewBefore, files.fewAfter], start: [files.first, files.first], least: 12,
    },

    { what: 'one 3 KB event: validate', args: ['validate'], peer: 'simdjson DOM parse_many', ...limit, most: 1.5 },
    { what: 'one 3 KB event: validate', args: ['validate'], peer: 'jsonschema --fast', ...once, least: 1 },
    { what: 'one 3 KB event: get', args: get, peer: 'simdjson On-Demand, that value', ...limit, most: 1.5 },
    { what: 'one 3 KB event: get', args: get, peer: 'gojq, get', ...once, least: 1 },
    { what: 'one 3 KB event: get', args: get, peer: 'jq, get', ...once, least: 1 },

    { what: 'peak memory, validate NDJSON', kind: 'peak', args: validate, file: files.all, most: 16, aim: 10 },
    { what: 'peak memory, validate an array', kind: 'peak', args: validate, file: files.array, most: 16, aim: 10 },
    ...full ? [{
      what: 'peak memory, validate ten times the NDJSON from a pipe', kind: 'peak', args: validate, file: files.all,
      repeat: 10, most: 16, aim: 10,
    }] : [],

    {
      what: 'validate on two threads', kind: 'threads', args: validate, more: ['validate', ...two('validate')],
      needs: two('validate').length, file: files.all, least: 1.7,
    },

    ...Object.entries(files.worst).map(([name, file]) => ({
      what: `validate ${name}`, kind: 'cost', args: validate, file, like: files.slice, most: 4,
    })),
  ];
}
