// The output of `validate -f sarif` is SARIF 2.1.0, and has the same findings as ndjson:
//
//     node tests/differential/sarif.mjs --program PATH
//
// The published JSON schema comes with the npm package @microsoft/jest-sarif and is applied by ajv. In addition,
// the test checks what GitHub's code scanning requires: texts, limits, relative URIs. Each region is cut out of the file
// and compared with the text at the byte offset.
//
// Needs: npm ajv-draft-04, npm ajv-formats, npm @microsoft/jest-sarif

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

import { parseLines, project, report, run, withFolder } from './lib/support.mjs';

const require = createRequire(import.meta.url);
const schema = JSON.parse(fs.readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')));
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats(ajv);
const isSarif = ajv.compile(schema);

const results = report();

function sarifOf(files, cwd = project) {
  const log = JSON.parse(run(['validate', '-f', 'sarif', ...files], { cwd }).stdout);
  results.check(`the schema accepts ${files}`, isSarif(log) ? [] : isSarif.errors.slice(0, 3), []);
  return log.runs[0];
}

/** The text from one line and column to another, columns in code points. */
function cut(text, { startLine, startColumn, endLine, endColumn }) {
  const lines = text.split('\n');
  if (startLine === endLine) return [...lines[startLine - 1]].slice(startColumn - 1, endColumn - 1).join('');
  return [
    [...lines[startLine - 1]].slice(startColumn - 1).join(''),
    ...lines.slice(startLine, endLine - 1),
    [...lines[endLine - 1]].slice(0, endColumn - 1).join(''),
  ].join('\n');
}

function checkRegion(name, result, folder) {
  const { artifactLocation, region } = result.locations[0].physicalLocation;
  const bytes = fs.readFileSync(path.join(folder, decodeURIComponent(artifactLocation.uri)));
  const text = bytes.toString();
  if (!Buffer.from(text).equals(bytes)) return;  // columns are only defined for UTF-8
  const mark = text.startsWith('\ufeff') ? 1 : 0;
  const meant = bytes.subarray(region.byteOffset, region.byteOffset + region.byteLength).toString();
  results.check(`${name}: region`, cut(text.slice(mark), region), meant);
}

// Compares every finding in testdata with the same finding in ndjson.
const args = ['testdata/broken', 'testdata/captures', 'testdata/valid'];
const found = parseLines(run(['validate', '-f', 'ndjson', ...args], { cwd: project }).stdout);
const sarif = sarifOf(args);
results.check('as many results as findings', sarif.results.length, found.length);
for (const [index, finding] of found.entries()) {
  const result = sarif.results[index];
  const name = `${finding.source} ${finding.rule}`;
  const { physicalLocation: { artifactLocation, region }, logicalLocations } = result.locations[0];
  const text = finding.hint === null ? finding.message : `${finding.message}; ${finding.hint}`;
  const message = text.includes('](') ? text.replaceAll(/[[\]\\]/g, '\\$&') : text;
  results.check(name, {
    rule: result.ruleId, severity: result.level, event: result.properties.event, key: result.properties.key ?? null,
    line: region.startLine, column: region.startColumn, offset: region.byteOffset, source: artifactLocation.uri,
    pointer: logicalLocations?.[0].fullyQualifiedName ?? '',
    message: result.message.text,
  }, {
    rule: finding.rule, severity: finding.severity, event: finding.event, key: finding.key,
    line: finding.line, column: finding.column, offset: finding.offset,
    source: finding.source.split('/').map(encodeURIComponent).join('/'),
    pointer: finding.pointer, message,
  });
  results.check(`${name}: rule`, sarif.tool.driver.rules[result.ruleIndex].id, finding.rule);
  checkRegion(name, result, project);
}

// GitHub refuses longer texts and empty ones, and accepts 25 000 rules.
for (const rule of sarif.tool.driver.rules) {
  const texts = [rule.shortDescription.text, rule.fullDescription.text, rule.help.text, rule.help.markdown];
  results.check(`${rule.id}: texts`, texts.filter((text) => text === '' || text.length > 1024), []);
}
results.check('rules are told once', new Set(sarif.tool.driver.rules.map((rule) => rule.id)).size,
  sarif.tool.driver.rules.length);

// Fingerprints: an event has the same one wherever it is, and those of testdata/broken differ.
const fingerprints = (files, cwd) => sarifOf(files, cwd).results.map((each) => each.partialFingerprints['hookspect/v1']);
withFolder((folder) => {
  const body = fs.readFileSync(path.join(project, 'testdata/broken/enum.json'), 'utf8').trimEnd();
  fs.writeFileSync(path.join(folder, 'one.json'), body);
  fs.writeFileSync(path.join(folder, 'pretty.json'), `\n\n${JSON.stringify(JSON.parse(body), null, 2)}\n`);
  const names = ['ünïcode name.json', 'a:b#c?d%41.json', 'back\\slash.json', 'new\nline.json'];
  for (const name of names) fs.writeFileSync(path.join(folder, name), `${body}\n${body}\n`);
  const [one] = fingerprints(['one.json'], folder);
  results.check('it moves with the lines', fingerprints(['pretty.json'], folder), [one]);
  for (const name of names) {
    results.check(`it is the same in ${name}`, fingerprints([name], folder), [one, one]);
    const { uri } = sarifOf([name], folder).results[0].locations[0].physicalLocation.artifactLocation;
    results.check(`the URI of ${name}`, [decodeURIComponent(uri), new URL(uri, 'file:///r/').pathname],
      [name, `/r/${uri}`]);
  }
  const absolute = sarifOf([path.join(folder, names[0])]).results[0].locations[0].physicalLocation.artifactLocation.uri;
  results.check('an absolute path', absolute, new URL(`file://${path.join(folder, names[0])}`).href);
});
const parts = ({ rule, pointer, message }) => JSON.stringify([rule, pointer, message.split('; expected ')[0]]);
results.check('different findings have different ones',
  new Set(sarif.results.map((each) => each.partialFingerprints['hookspect/v1'])).size >= new Set(found.map(parts)).size,
  true);

// Empty input gives a document, too.
results.check('no findings', sarifOf(['testdata/valid/person-removed.json']).results, []);
results.check('no event', sarifOf(['/dev/null']).results, []);

results.end(500);
