// The types that the schema gives to the texts of a form body, implemented a second time and only from the documentation,
// to compare the program with. Numbers are their text, in a wrapper that differs from every string.

/** A JSON number, compared by its text, so 1.0 is not 1. */
export const number = (text) => ({ 'a number, as written': text });

// schema.md: an opt-out must not be missed, so more words than true and false count here, in any case.
const consents = { true: true, 1: true, yes: true, on: true, false: false, 0: false, no: false, off: false };
const consent = (text) => {
  if (text === '') return null;
  const word = text.toLowerCase();
  return Object.hasOwn(consents, word) ? consents[word] : text;
};
const flags = (...names) => Object.fromEntries(names.map((name) => [name, 'boolean']));
const numbers = (...names) => Object.fromEntries(names.map((name) => [name, 'number']));
const texts = (...names) => Object.fromEntries(names.map((name) => [name, 'string']));
const languages = ['en', 'nl', 'fr', 'de', 'pl', 'es', 'it', 'da', 'sv', 'fi', 'no'];
const inLanguages = (type) => Object.fromEntries(languages.map((language) => [language, type]));

const multilingual = inLanguages('string');
const multilingualUrl = inLanguages('url');
const channel = { ...flags('enabled'), ...numbers('publishOn', 'finishOn') };
const property = { ...texts('key'), primary: 'primary', properties: 'properties' };
const shared = {
  ...numbers('id', 'organization', 'campaign', 'points', 'created'),
  ...texts('preset'),
  member: 'person id',
};

/** The documented fields: an object, or the name of a type. Anything else has no type. */
export const event = {
  event: texts('name', 'resource'),
  ...numbers('organization_id', 'campaign_id', 'interaction_id', 'conversion_id'),
  person_id: 'person id',
  campaign: {
    ...numbers('id', 'created', 'organization'),
    ...texts('name'),
    title: multilingual,
    author: texts('name'),
    image: { location: multilingual },
    summary: multilingual,
    link: multilingualUrl,
    shortLink: multilingualUrl,
    config: {
      ...texts('preset'),
      ...flags('comments', 'fistbump'),
      languages: 'strings',
      channels: 'strings',
      community: channel,
      landing: channel,
    },
    promote: { title: multilingual, description: multilingual, image: multilingualUrl },
  },
  conversion: { ...shared, metadata: texts('presetId', 'ipAddress'), response: { action: {} } },
  interaction: {
    ...shared,
    ...texts('state'),
    metadata: texts('presetId', 'ipAddress', 'source', 'challenge_type'),
    response: {},
  },
  person: {
    id: 'person id',
    ...numbers('orgId', 'created', 'points', 'firstCommunityAccess'),
    ...flags('hidden'),
    ...texts('role'),
    groups: 'strings',
    profile: {},
    optIn: 'consents',
    properties: 'properties',
  },
};

const isText = (value) => typeof value === 'string';
const mapped = (object, change) => {
  const result = Object.create(null);
  for (const key of Object.keys(object)) result[key] = change(object[key], key);
  return result;
};

function scalar(text, type) {
  if (type === undefined || type === 'string') return text;
  if (text === '') return null;
  if (type === 'number' && /^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/.test(text)) return number(text);
  if (type === 'boolean' && ['true', '1'].includes(text)) return true;
  if (type === 'boolean' && ['false', '0'].includes(text)) return false;
  return text;
}

/** The event with the documented types; `value` has only texts, as qs.parse returns it. */
export function typed(value, type = event) {
  if (isText(value)) {
    const isList = type === 'strings' || type === 'properties';
    return isList && value !== '' ? [value] : scalar(value, type ?? 'string');
  }
  return Array.isArray(value) ? typedList(value, type) : typedObject(value, type);
}

function typedList(list, type) {
  if (type === 'strings') return list;
  if (type === 'properties') return list.map((one) => (isText(one) ? one : typedObject(one, property)));
  if (typeof type === 'object') return list;
  return list.map((one) => (isText(one) ? scalar(one, type) : one));
}

function typedObject(object, type) {
  if (type === 'consents') return mapped(object, (one) => (isText(one) ? consent(one) : one));
  if (type === null || typeof type !== 'object') return object;
  return mapped(object, (one, key) => (Object.hasOwn(type, key) ? typed(one, type[key]) : one));
}

/** JSON.parse, with each number as `number` of its text. */
export function parseJson(text) {
  const mark = '\u0001number ';
  const marked = text.replace(/"(?:[^"\\]|\\.)*"|-?\d[-+.\deE]*/gs, (token) =>
    token.startsWith('"') ? token : JSON.stringify(mark + token));
  return JSON.parse(marked, (key, value) =>
    isText(value) && value.startsWith(mark) ? number(value.slice(mark.length)) : value);
}

/** The value with members sorted by key, to compare. JavaScript puts numeric keys first anyway. */
export function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}
