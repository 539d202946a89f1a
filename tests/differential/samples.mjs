// Checks samples independently of hookspect, from the documentation alone: types, keys, ids, UUIDs, URLs, times. npm qs
// must read the same events from them as forms.
//
// Needs: npm qs

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import net from 'node:net';

import { event as documented, sorted, typed } from './lib/documented.mjs';
import { linesOf } from './lib/support.mjs';

const qs = createRequire(import.meta.url)('qs');
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const property = { key: 'string', primary: 'primary', value: 'any', properties: 'properties' };
const open = new Set(['metadata', 'response', 'profile', 'action']);
const values = {
  'event.name': ['created', 'changed', 'removed', 'published_community', 'published_landing'],
  'event.resource': ['campaign', 'interaction', 'conversion', 'person'],
  'interaction.state': ['REWARDED', 'PENDING', 'REJECTED'],
  'person.role': ['contact', 'advocate', 'manager', 'administrator'],
};

const isUrl = (text) => {
  const url = new URL(text, 'https://base.example/');
  return ['http:', 'https:'].includes(url.protocol) && !/[\s"<>\\^`{|}]/.test(text) && !/%(?![0-9A-F]{2})/i.test(text);
};

const checks = {
  string: (value) => typeof value === 'string' && value !== '',
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  primary: (value) => [true, false, 'true', 'false'].includes(value),
  url: (value) => typeof value === 'string' && isUrl(value),
  'person id': (value) => value === '[anonymous]' || uuid.test(value),
  strings: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
  consents: (value) => Object.values(value).every((one) => typeof one === 'boolean'),
  properties: (value) => Array.isArray(value) && value.every((one) => checkObject(one, property, 'PersonProperty')),
  any: () => true,
};

function checkObject(object, type, path) {
  for (const [key, value] of Object.entries(object)) {
    const at = path === '' ? key : `${path}.${key}`;
    const known = Object.hasOwn(type, key);
    assert(known || open.has(path.split('.').at(-1)), `${at} is not documented`);
    if (!known) continue;
    if (value === null) {
      assert(path === '', `${at} is null`);
    } else if (typeof type[key] === 'object') {
      checkObject(value, type[key], at);
    } else {
      assert(checks[type[key]](value), `${at} is ${JSON.stringify(value)}`);
      assert((values[at] ?? [value]).includes(value), `${at} is ${value}`);
    }
  }
  return true;
}

const same = (a, b, what) => assert(a === undefined || b === undefined || a === b, `${what}: ${a} and ${b}`);
const between = (time, least, most, what) => assert(!time || (time >= least && time < most), `${what} is ${time}`);

function checkIds(event) {
  const own = event.event.resource;
  assert(Number.isSafeInteger(event.organization_id) && event[`${own}_id`] !== undefined);
  assert(event[own]?.id !== undefined || event.event.name === 'removed');
  for (const resource of values['event.resource']) {
    const object = event[resource] ?? {};
    if (event[resource]) assert(event[`${resource}_id`], `${resource} without its id`);
    same(object.id, event[`${resource}_id`], `${resource}.id`);
    same(object.organization ?? object.orgId, event.organization_id, `${resource}.organization`);
    same(object.campaign, event.campaign_id, `${resource}.campaign`);
    same(object.member, event.person_id, `${resource}.member`);
    same(object.metadata?.presetId, object.preset, `${resource}.preset`);
  }
}

function checkTimes({ campaign, interaction, conversion, person }) {
  const [least, most] = [Date.UTC(2015, 0), Date.UTC(2030, 0)];
  for (const object of [campaign, interaction, conversion]) {
    between(object?.created, least / 1000, most / 1000, 'created');
  }
  between(person?.created, least, most, 'person.created');
  between(person?.firstCommunityAccess, person?.created ?? least, most, 'firstCommunityAccess');
  for (const channel of ['community', 'landing']) {
    const { enabled, publishOn, finishOn } = campaign?.config?.[channel] ?? {};
    assert(!publishOn || !finishOn || publishOn <= finishOn, `${channel} ends before it begins`);
    const listed = campaign?.config?.channels?.includes(channel) ?? enabled;
    same(enabled, listed, `${channel}.enabled`);
  }
}

function checkTexts({ campaign, interaction, conversion }) {
  for (const language of campaign?.config?.languages ?? []) assert(campaign.title[language], `no title in ${language}`);
  for (const address of [interaction?.metadata?.ipAddress, conversion?.metadata?.ipAddress]) {
    assert(address === undefined || net.isIP(address) > 0, `${address} is no address`);
  }
  const action = conversion?.response?.action;
  if (action) assert(/^(schema:|https:\/\/schema\.org\/)?\w+$/.test(action['@type'] ?? action.type), 'an action without a type');
}

let seen = 0;
for (const [size, count] of [['small', 2000], ['typical', 2000], ['large', 300]]) {
  const asked = ['sample', '-n', String(count), '--size', size, '--seed', '11'];
  const events = linesOf(asked).map((line) => JSON.parse(line));
  assert.equal(events.length, count);
  for (const event of events) {
    checkObject(event, documented, '');
    checkIds(event);
    checkTimes(event);
    checkTexts(event);
    seen += 1;
  }

  const forms = linesOf([...asked, '--to', 'form']);
  assert.equal(forms.length, count);
  for (const [index, form] of forms.entries()) {
    const options = { depth: 50, parameterLimit: 1e5, arrayLimit: 1e4, plainObjects: true };
    const text = (event) => JSON.stringify(sorted(typed(event)));
    const sent = qs.parse(qs.stringify(events[index]), options);
    assert.equal(text(qs.parse(form, options)), text(sent), `form ${index + 1} of size ${size}`);
  }
}
console.log(`${seen} samples`);
