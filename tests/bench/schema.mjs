// The documented schema as a plain JSON Schema, with types, values and identifiers only. Fields that are not set may be
// null.

const languages = ['en', 'nl', 'fr', 'de', 'pl', 'es', 'it', 'da', 'sv', 'fi', 'no'];

const of = (type, more = {}) => ({ type: [type, 'null'], ...more });
const text = of('string');
const number = of('number');
const boolean = of('boolean');
const object = (properties) => of('object', { properties });
const list = (items) => of('array', { items });
const oneOf = (...values) => ({ enum: [...values, null] });
const texts = (each) => of('object', { propertyNames: { enum: languages }, additionalProperties: each });

const url = of('string', { pattern: '^(https?://[^\\s]+|/[^\\s]*|[^\\s:]*)$' });
const personId = of('string', {
  pattern: '^(\\[anonymous\\]|[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$',
});
const channel = object({ enabled: boolean, publishOn: number, finishOn: number });

const campaign = object({
  id: number, name: text, created: number, organization: number,
  title: texts(text), summary: texts(text), link: texts(url), shortLink: texts(url),
  author: object({ name: text }),
  image: object({ location: texts(text) }),
  config: object({
    preset: text, comments: boolean, fistbump: boolean,
    languages: list(oneOf(...languages)), channels: list(oneOf('community', 'landing')),
    community: channel, landing: channel,
  }),
  promote: object({ title: texts(text), description: texts(text), image: texts(url) }),
});

const response = {
  id: number, member: personId, organization: number, campaign: number, preset: text, points: number, created: number,
};
const metadata = { presetId: text, ipAddress: text };

const interaction = object({
  ...response,
  state: oneOf('REWARDED', 'PENDING', 'REJECTED'),
  response: of('object'),
  metadata: object({ ...metadata, source: text, challenge_type: text }),
});

const conversion = object({
  ...response,
  metadata: object(metadata),
  response: object({ action: object({ '@type': text }) }),
});

const person = object({
  id: personId, orgId: number, created: number, points: number, groups: list(text),
  role: oneOf('contact', 'advocate', 'manager', 'administrator'),
  hidden: boolean, firstCommunityAccess: number, profile: of('object'), optIn: of('object'),
  properties: list({ $ref: '#/definitions/property' }),
});

/** A JSON Schema of draft 7. */
export const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  definitions: {
    property: object({ key: text, primary: { type: ['string', 'boolean', 'null'] }, properties: list({ $ref: '#/definitions/property' }) }),
  },
  type: 'object',
  required: ['event'],
  properties: {
    event: object({
      name: oneOf('created', 'changed', 'removed', 'published_community', 'published_landing'),
      resource: oneOf('campaign', 'interaction', 'conversion', 'person'),
    }),
    organization_id: number,
    campaign_id: number, campaign,
    interaction_id: number, interaction,
    conversion_id: number, conversion,
    person_id: personId, person,
  },
};
