// Whether the types of `schema -f typescript` are those of events: `node tests/differential/typescript.mjs --program PATH`.
//
// tsc compiles, as strictly as it can, three files beside the types:
//
// - each body of testdata as a literal of the type Event. It has an error where, and only where, validate reports one of a
//   rule that types can express; undocumented keys are taken out first, since a literal may not have them.
// - a program that reads all valid bodies with each type guard and each Extract. It runs, and gives what `get` gives.
// - lines with a wrong name, type or narrowing, each of which must have an error.
//
// Needs: npm typescript

import assert from 'node:assert';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { environment } from '../support/environment.mjs';
import { linesOf, parseLines, project, report, run, withFolder } from './lib/support.mjs';

const require = createRequire(import.meta.url);
const tsc = path.join(path.dirname(require.resolve('typescript/package.json')), 'bin/tsc');
const { check, end } = report();

const testdata = ['valid', 'broken', 'captures'].map((folder) => path.join(project, 'testdata', folder));
const bodies = run(['convert', ...testdata]).stdout.split('\n').slice(0, -1).map((body) => JSON.parse(body));
const findings = bodies.map(() => []);
const input = bodies.map((body) => `${JSON.stringify(body)}\n`).join('');
for (const finding of parseLines(run(['validate', '-f', 'ndjson', '--from', 'ndjson'], { input }).stdout)) {
  findings[finding.line - 1].push(finding);
}

// --- bodies as literals ------------------------------------------------------------------------------

/** Takes out what the pointer names. */
function remove(value, pointer) {
  const keys = pointer.slice(1).split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop();
  delete keys.reduce((part, key) => part[key], value)[last];
}

const typed = ['not-an-event', 'required', 'type', 'enum', 'language'];
const literals = bodies.map((body, index) => {
  const copy = structuredClone(body);
  const unknown = findings[index].filter(({ rule }) => rule === 'unknown-field');
  for (const { pointer } of unknown.reverse()) remove(copy, pointer);
  return JSON.stringify(copy);
});
// A type that is no action's has an error of `action`; so may the list of an action's names, which types leave alone.
const isTyped = ({ rule, severity, pointer }) => (typed.includes(rule) && severity === 'error')
  || (rule === 'type' && pointer.startsWith('/person/optIn/'));
const undecided = (index) => findings[index].some(({ rule }) => rule === 'action');
const expected = findings.map((list) => list.some(isTyped));

const literalFile = ["import type { Event } from './ambassify.js';",
  ...literals.map((body, index) => `export const body${index}: Event = ${body};`)].join('\n');

// --- a program ---------------------------------------------------------------------------------------

const programFile = `
import type {
  Campaign, CampaignEvent, CampaignEventGuard, Conversion, ConversionEvent, ConversionEventGuard, Event, EventAbout, Interaction,
  InteractionEvent, InteractionEventGuard, MultilingualString, MultilingualURL, Person, PersonEvent, PersonEventGuard, PersonID,
  PersonProperty, Resource, SchemaOrgAction, SchemaOrgActionName, SchemaOrgActionType, URL, UUID,
} from './ambassify.js';

export const isCampaignEvent: CampaignEventGuard = (event): event is CampaignEvent => event.event.resource === 'campaign';
export const isInteractionEvent: InteractionEventGuard = (event): event is InteractionEvent =>
  event.event.resource === 'interaction';
export const isConversionEvent: ConversionEventGuard = (event): event is ConversionEvent =>
  event.event.resource === 'conversion';
export const isPersonEvent: PersonEventGuard = (event): event is PersonEvent => event.event.resource === 'person';

type Same<A, B> = [A, B] extends [B, A] ? true : false;
export const extracted: [
  Same<Extract<Event, { event: { resource: 'campaign' } }>, CampaignEvent>,
  Same<Extract<Event, { event: { resource: 'interaction' } }>, InteractionEvent>,
  Same<Extract<Event, { event: { resource: 'conversion' } }>, ConversionEvent>,
  Same<Extract<Event, { event: { resource: 'person' } }>, EventAbout<'person'>>,
  Same<Extract<Event, { event: { resource: 'person' } }>, CampaignEvent>,
] = [true, true, true, true, false];

const text = (value: MultilingualString | MultilingualURL | null | undefined): string => value?.nl ?? value?.en ?? '';
const link = (url: URL | null | undefined): string => url ?? '';
const names = (list: PersonProperty[] | null | undefined): string =>
  (list ?? []).map(({ key, value, properties }) => \`\${key}:\${typeof value}[\${names(properties)}]\`).join();
const action = (value: SchemaOrgAction | null | undefined): string => {
  const type: SchemaOrgActionType | string[] | null | undefined = value?.['@type'] ?? value?.type;
  return Array.isArray(type) ? type.join() : type ?? '';
};
const id = (value: UUID | PersonID | number | null | undefined): string => String(value ?? '');

function campaign({ id: number, created, title, author, image, config, promote, link: links }: Campaign): string[] {
  const seconds: number = created ?? 0;
  const channels: ('community' | 'landing')[] = config?.channels ?? [];
  return [id(number), String(seconds), text(title), author?.name ?? '', text(image?.location), channels.join(),
    String(config?.community?.publishOn ?? ''), text(promote?.title), link(links?.en)];
}
function answer({ member, points, metadata, response }: Interaction | Conversion): string[] {
  const other: unknown = metadata?.['other'];
  return [id(member), String(points ?? ''), metadata?.ipAddress ?? '', typeof other, Object.keys(response ?? {}).join()];
}
function person({ created, groups, role, optIn, profile, properties }: Person): string[] {
  const out: boolean = optIn?.['email'] === false;
  return [String(created ?? ''), (groups ?? []).join(), role ?? '', String(out), typeof profile?.['email'], names(properties)];
}

/** The values of \`hookspect get event.name,event.resource,resource.id\`, and more that only has to compile. */
export function summary(event: Event): [string, Resource, string, string[]] {
  const { name, resource } = event.event;
  if (isCampaignEvent(event)) {
    const narrowed: 'campaign' = event.event.resource;
    return [name, narrowed, id(event.campaign?.id), event.campaign ? campaign(event.campaign) : []];
  }
  if (isInteractionEvent(event)) {
    return [name, resource, id(event.interaction?.id), event.interaction ? answer(event.interaction) : []];
  }
  if (isConversionEvent(event)) {
    const response = event.conversion?.response;
    return [name, resource, id(event.conversion?.id), [action(response?.action), ...answer(event.conversion ?? {})]];
  }
  if (isPersonEvent(event)) return [name, resource, id(event.person?.id), event.person ? person(event.person) : []];
  const never: never = event;
  return never;
}
export const share: SchemaOrgActionName = 'ShareAction';
`;

// --- what must not compile ---------------------------------------------------------------------------

const wrong = [
  'event.campagin;', 'event.event.kind;', 'event.campaign?.titel;', 'event.campaign?.title?.pt;', 'event.campaign?.config?.presets;',
  'event.campaign.title;', 'event.person?.orgID;', 'event.conversion?.state;', 'event.person?.properties?.[0]?.name;',
  "event.event.name === 'publised';", "event.event.resource === 'Campaign';", "event.interaction?.state === 'rewarded';",
  'const n: number = event.campaign_id;', 'const s: string = event.person?.created ?? "";', 'event.person?.properties?.[0]?.value.length;',
  "const e: CampaignEvent = { event: { name: 'created', resource: 'person' } };", "const e: Event = { event: { name: 'created' } };",
  "const e: Event = { event: { name: 'created', resource: 'person' }, campagn: null };", 'const e: CampaignEvent = event;',
  "const a: SchemaOrgActionName = 'schema:ShareAction';", "const a: SchemaOrgActionType = 'schema:shareAction';", 'const i: PersonID = 5;',
];
const wrongFile = ["import type { CampaignEvent, Event, PersonID, SchemaOrgActionName, SchemaOrgActionType } from './ambassify.js';",
  ...wrong.map((line, index) => `export function wrong${index}(event: Event) { ${line} return event; }`)].join('\n');

// --- compiled ----------------------------------------------------------------------------------------

/** What tsc finds in the files, and the program as JavaScript. */
const { faults, compiled } = withFolder((folder) => {
  const write = (name, text) => fs.writeFileSync(path.join(folder, name), text);
  write('ambassify.d.ts', `${linesOf(['schema', '-f', 'typescript']).join('\n')}\n`);
  write('package.json', '{"type":"module"}');
  write('bodies.ts', literalFile);
  write('program.ts', programFile);
  write('wrong.ts', wrongFile);
  const parts = ['Campaign', 'Person', 'MultilingualURL', 'SchemaOrgAction', 'PersonID', 'campaign.config'];
  for (const part of parts) write(`${part}.d.ts`, `${linesOf(['schema', part, '-f', 'typescript']).join('\n')}\n`);
  write('tsconfig.json', JSON.stringify({
    compilerOptions: {
      strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noPropertyAccessFromIndexSignature: true,
      target: 'es2022', module: 'nodenext', types: [],
    },
    files: ['bodies.ts', 'program.ts', 'wrong.ts', ...parts.map((part) => `${part}.d.ts`)],
  }));
  const { stdout, error } = spawnSync(process.execPath, [tsc, '-p', '.', '--pretty', 'false'], {
    cwd: folder, env: environment(), encoding: 'utf8', maxBuffer: 1 << 28,
  });
  assert(error === undefined, String(error));
  const found = [...stdout.matchAll(/^(\S+)\((\d+),\d+\): (error .*)$/gm)].map(([, file, line, fault]) => ({ file, line: Number(line), fault }));
  return { faults: found, compiled: fs.readFileSync(path.join(folder, 'program.js'), 'utf8') };
});

check('no other fault', faults.filter(({ file }) => !['bodies.ts', 'wrong.ts'].includes(file)), []);

const linesWithFault = (file) => new Set(faults.filter((fault) => fault.file === file).map(({ line }) => line));
const broken = linesWithFault('bodies.ts');
for (const [index, body] of literals.entries()) {
  if (undecided(index)) continue;
  const told = faults.filter(({ file, line }) => file === 'bodies.ts' && line === index + 2).map(({ fault }) => fault);
  check(`${body.slice(0, 500)}\n${told}`, broken.has(index + 2), expected[index]);
}
const refused = linesWithFault('wrong.ts');
for (const [index, line] of wrong.entries()) check(line, refused.has(index + 2), true);

const program = await import(`data:text/javascript,${encodeURIComponent(compiled)}`);
const valid = bodies.filter((body, index) => !findings[index].some(({ severity }) => severity === 'error'));
const lines = valid.map((body) => `${JSON.stringify(body)}\n`).join('');
const got = linesOf(['get', '--all', '-f', 'tsv', 'event.name,event.resource,resource.id'], lines).slice(1);
check('the program', valid.map((body) => program.summary(body).slice(0, 3).join('\t')), got);
check('valid bodies', valid.length > 100, true);

check('bodies with faults', expected.filter(Boolean).length > 15, true);
end(150);
