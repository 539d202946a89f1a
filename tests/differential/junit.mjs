// The output of `validate -f junit` is XML 1.0 that readers of JUnit reports understand:
//
//     node tests/differential/junit.mjs --program PATH
//
// fast-xml-parser checks that it is well-formed, junit2json reads the report; names, messages and counts are
// compared with ndjson.
//
// Needs: npm fast-xml-parser, npm junit2json

import fs from 'node:fs';
import path from 'node:path';

import { XMLValidator } from 'fast-xml-parser';
import { parse } from 'junit2json';

import { parseLines, project, report, run, withFolder } from './lib/support.mjs';

const results = report();

// The characters that XML 1.0 allows, section 2.2.
const allowed = /^[\u0009\u000a\u000d\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

const junitOf = (files, cwd = project) => run(['validate', '-f', 'junit', ...files], { cwd }).stdout;

/** The test cases of a report, read by junit2json. */
async function casesOf(name, xml) {
  results.check(`${name}: well-formed`, XMLValidator.validate(xml), true);
  results.check(`${name}: characters`, allowed.test(xml), true);
  const document = await parse(xml);
  results.check(`${name}: suites`, document.testsuite.map((suite) => suite.name), ['hookspect validate']);
  return document.testsuite[0].testcase ?? [];
}

/** A name as hookspect prints it, if only newlines need escaping. */
const safe = (text) => text.replaceAll('\n', '↵');

// Each body of testdata is one case; it fails if and only if it has an error.
const args = ['testdata/broken', 'testdata/captures', 'testdata/valid'];
const found = parseLines(run(['validate', '-f', 'ndjson', ...args], { cwd: project }).stdout);
const summary = JSON.parse(run(['validate', '-f', 'json', ...args], { cwd: project }).stdout).summary;
const cases = await casesOf('testdata', junitOf(args));
results.check('a case for each event', cases.length, summary.events);
results.check('invalid events fail', cases.filter((each) => each.failure).length, summary.invalid);
results.check('names are different', new Set(cases.map((each) => `${each.classname} ${each.name}`)).size, cases.length);

const findingsOf = (each) => found.filter((finding) => finding.source === each.classname &&
  each.name.startsWith(`event ${finding.event}: `));
for (const each of cases) {
  const name = `${each.classname} ${each.name}`;
  const findings = findingsOf(each);
  const errors = findings.filter((finding) => finding.severity === 'error');
  results.check(`${name}: at most one of each`, [each.failure?.length ?? 0, each['system-out']?.length ?? 0],
    [Number(errors.length > 0), Number(findings.length > errors.length)]);
  const lines = `${each.failure?.[0].inner ?? ''}\n${each['system-out']?.[0] ?? ''}`.split('\n');
  results.check(`${name}: lines`, lines.filter((line) => /^\d+:\d+: \w+: /.test(line)).length, findings.length);
  if (errors.length > 0) results.check(`${name}: type`, each.failure[0].type, errors[0].rule);
  results.check(`${name}: file`, each.file ?? each.classname, each.classname);
}

// Whatever is in names and values, the document stays valid and gives the text back.
const hostile = ['<&>"\'', ']]>', '<!--', '&#0;', '\ufffe\uffff', '\u0000\u0001\u001b', 'a\tb\nc\rd', '\u202e', '🚲é'];
const names = ['<a href="x">&amp;.json', "it's.json", 'new\nline.json'];
const xml = withFolder((folder) => {
  const write = (name, bytes) => fs.writeFileSync(path.join(folder, name), bytes);
  for (const [index, text] of hostile.entries()) {
    write(`${index}.json`, JSON.stringify({ event: { resource: 'campaign', name: text } }));
  }
  for (const name of names) write(name, '{"event":');
  write('latin1.json', Buffer.from('{"event":{"resource":"campaign","name":"caf\xe9"}}', 'latin1'));
  return junitOf(fs.readdirSync(folder), folder);
});
const read = await casesOf('hostile', xml);
results.check('all are there', read.length, hostile.length + names.length + 1);
for (const name of names) {
  results.check(`the file ${name}`, read.filter((each) => each.classname === safe(name)).length, 1);
}
for (const [index, text] of hostile.entries()) {
  if (/[\u0000-\u001f\u202e\ufffe\uffff]/.test(text)) continue;
  const each = read.find(({ classname }) => classname === `${index}.json`);
  results.check(`the name ${text}`, each.name, `event 1: campaign.${text}`);
  results.check(`the value ${text}`, each.failure[0].inner.includes(`event.name is ${JSON.stringify(text)}`), true);
}

results.check('no event', await casesOf('no event', junitOf(['/dev/null'])), []);
results.end(500);
