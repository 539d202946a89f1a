// Compares the output of `convert` with independent programs: `node tests/differential/convert.mjs --program PATH`.
// Events are generated from a seed (`--seed N`, `--events N`), with unusual keys, texts, lists and nesting.
//
// - `--to form` is, byte for byte, the output of qs.stringify. The events come from JSON.stringify, so that integer-like
//   keys are in JavaScript's order, and numbers are printed as JavaScript prints them.
// - If no loss is reported for an event on standard error, its form is read back as the same event.
// - `--to json` is what `jq .` prints; JSON.parse reads the same values from it and from `--to ndjson`.
//
// Needs: jq, npm qs

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

import { environment } from '../support/environment.mjs';
import { linesOf, option, random, report, run } from './lib/support.mjs';

const qs = createRequire(import.meta.url)('qs');
const { below, pick, chance } = random(Number(option('seed', 20261123)));
const times = (count, make) => Array.from({ length: count }, (_, i) => make(i));

const texts = ['', ' ', 'vip', '0', '1', '12', '-3.5', 'true', 'null', '+', 'a+b c', '%', '100%', '%41', '&', '=', "!'()*~",
  '-._~', '[0]', '{"a":1}', ' [x', 'a=b&c=d', 'é', 'été à la plage', '日本', '🚲🇧🇪', '\n', '\r\n\t"\\/', '\u0001', '\u2028',
  'é'.normalize('NFD'), '\ud83d\ude00'.repeat(20), '\ufeff', '\ufffd', 'x'.repeat(300), 'a.b', 'https://example.com/?q=1#f'];
const keys = ['a', 'b', 'name', 'id', 'metadata', 'value', 'constructor', 'toString', 'a b', 'é', 'x=y', 'x&y', '01', '-1', '1.5',
  '%', '+', '日本', '🚲', "!'()*~", 'q"\\', '0', '1', '2', '17', '', '[', ']', 'a[b]', 'a]b[', '[x]', 'a.b', 'campaign.name',
  'k'.repeat(90)];
const numbers = [0, 1, -1, 12, 1794820443, 1730568041250, 1.5, -0.25, 1e21, 1.5e-7, 9007199254740991];

// What is reported as lost. That most of these bodies are not events is reported too.
const lossesOf = ({ stderr }) => stderr.split('\n').filter((line) => line.includes('could not carry')).join('\n');

const scalar = () => pick([() => pick(texts), () => pick(numbers), () => chance(0.5), () => null])();
const objectOf = (value) => Object.fromEntries(times(below(5), () => [pick(keys), value()]));
function anything(depth) {
  if (depth <= 0 || chance(0.35)) return scalar();
  return chance(0.4) ? times(below(4), () => anything(depth - 1)) : objectOf(() => anything(depth - 1));
}
const deep = (depth) => (depth === 0 ? scalar() : chance(0.5) ? [deep(depth - 1)] : { [pick(keys)]: deep(depth - 1) });

// A value for a documented place, usually of the right type.
const or = (value) => (chance(0.9) ? value() : anything(2));
const text = () => or(() => pick(texts));
const number = () => or(() => pick(numbers));
const flag = () => or(() => chance(0.5));
const list = (element) => or(() => times(below(4), element));
const inLanguages = () => or(() => Object.fromEntries(times(below(4), () => [pick(['en', 'nl', 'no', 'xx']), text()])));
const property = (depth) => or(() => ({
  key: text(),
  ...(chance(0.5) && { primary: or(() => pick(['true', '1'])) }),
  ...(chance(0.6) ? { value: anything(2) } : depth > 0 && { properties: list(() => property(depth - 1)) }),
}));

const documented = () => Object.fromEntries(Object.entries({
  event: { name: text(), resource: text() },
  organization_id: number(),
  campaign_id: number(),
  campaign: or(() => ({
    id: number(),
    name: text(),
    title: inLanguages(),
    link: inLanguages(),
    image: or(() => ({ location: inLanguages() })),
    config: { comments: flag(), languages: list(text), channels: list(text), landing: { enabled: flag(), publishOn: number() } },
  })),
  person_id: text(),
  person: or(() => ({
    hidden: flag(),
    groups: list(text),
    optIn: or(() => ({ email: flag(), sms: flag(), more: objectOf(flag) })),
    profile: objectOf(text),
    properties: list(() => property(2)),
  })),
  interaction: or(() => ({ points: number(), metadata: objectOf(text), response: anything(3) })),
  other: anything(3),
}).filter(() => chance(0.5)));

const plainTexts = texts.filter((one) => one !== '' && !/^\s*[[{]/.test(one));
/** Events that form encoding can carry: nothing may be reported for them. */
const carried = () => ({
  event: { name: pick(plainTexts), resource: pick(texts) },
  campaign_id: pick(numbers),
  campaign: {
    name: pick(texts),
    created: chance(0.2) ? null : pick(numbers),
    title: { en: pick(texts), nl: pick(texts) },
    link: { en: chance(0.2) ? null : pick(plainTexts) },
    config: { comments: chance(0.5), languages: times(1 + below(3), () => pick(texts)) },
  },
  person: { optIn: { email: chance(0.5), sms: chance(0.5) }, profile: { a: { b: [pick(texts), [pick(texts)]], 0: 'x' } } },
});

const made = times(Number(option('events', 3000)), () => pick([
  documented, carried, () => objectOf(() => anything(4)), () => ({ [pick(keys)]: deep(50) }), () => ({ [pick(keys)]: scalar() }),
])());
const lines = made.map((event) => JSON.stringify(event));
const { check, end } = report();

const input = lines.map((line) => `${line}\n`).join('');
const forms = linesOf(['convert', '--to', 'form'], input);
check('a form for each event', forms.length, made.length);
for (const [i, form] of forms.entries()) {
  check(`form ${i + 1} of ${lines[i]}`, form, qs.stringify(JSON.parse(lines[i])));
}

// JSON -> form -> JSON. One run per event shows which events lose something; a run over all shows that there are any.
const chosen = made.slice(0, 400).filter((event) => Object.keys(event).length > 0);
let same = 0;
for (const event of [...chosen, ...times(40, carried)]) {
  const line = JSON.stringify(event);
  const form = run(['convert', '--to', 'form'], { input: `${line}\n` });
  const back = form.stdout === '\n' ? '' : run(['convert'], { input: form.stdout }).stdout;
  if (lossesOf(form) === '') check(`there and back: ${form.stdout}`, back, `${line}\n`);
  // If something is reported, the event must differ when read back. The exception is a key that begins with a bracket: it
  // is reported even if it happens to be read back unchanged.
  else if (!Object.keys(event).some((key) => key.startsWith('['))) check(`loses something: ${line}\n${lossesOf(form)}`, back === `${line}\n`, false);
  same += lossesOf(form) === '';
}
const carriedLines = times(500, () => JSON.stringify(carried()));
const carriedForms = run(['convert', '--to', 'form'], { input: carriedLines.join('\n') });
check('nothing is lost', lossesOf(carriedForms), '');
check('all come back', run(['convert'], { input: carriedForms.stdout }).stdout, `${carriedLines.join('\n')}\n`);
check('some are carried, some are not', [same > 60, same < chosen.length], [true, true]);

// jq escapes U+007F, and does not preserve the text of numbers; neither is generated here.
const pretty = run(['convert', '--to', 'json'], { input }).stdout;
const jq = spawnSync('jq', ['--indent', '2', '.'], { input, env: environment(), encoding: 'utf8', maxBuffer: 1 << 30 });
const moderate = (json) => json.replace(/^( *(?:"(?:[^"\\]|\\.)*": )?)(-?\d[-+.\deE]*)(,?)$/gm,
  (_, before, digits, after) => `${before}${Number(digits)}${after}`);
check('jq', moderate(pretty).split('\n'), moderate(jq.stdout).split('\n'));
check('JSON.parse', pretty.split(/(?<=^\{?\}\n)/m).map((document) => JSON.parse(document)), lines.map((line) => JSON.parse(line)));

const apart = `${made.map((event) => JSON.stringify(event, null, 3)).join('\n\n')}\n`;
check('NDJSON of indented input', run(['convert'], { input: apart }).stdout, input);
check('NDJSON of its own JSON', run(['convert'], { input: pretty }).stdout, input);
check('JSON of indented input', run(['convert', '--pretty'], { input: apart }).stdout, pretty);
end(3300);
