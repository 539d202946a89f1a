// Follows the recipes of CONTRIBUTING.md, "Adding a field" and "Adding a rule", on a copy of the sources, and looks
// whether the program that comes of it knows both everywhere. A field must be one row, a rule one row and one function.
//
//     node contributing.mjs --source DIR --work DIR

import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { source, work } = parseArgs({ options: { source: { type: 'string' }, work: { type: 'string' } } }).values
const copy = join(work, 'source')
const build = join(work, 'build')

rmSync(copy, { recursive: true, force: true })
mkdirSync(copy, { recursive: true })
for (const part of ['src', 'cmake', 'completions', 'man', 'tests', 'CMakeLists.txt', 'CMakePresets.json', 'LICENSE', 'README.md']) {
  cpSync(join(source, part), join(copy, part), { recursive: true })
}

/** Puts `text` after the first place of `anchor` in a file of the copy. */
function insertAfter (path, anchor, text) {
  const file = join(copy, path)
  const old = readFileSync(file, 'utf8')
  const at = old.indexOf(anchor)
  assert.notEqual(at, -1, `${path} has no ${JSON.stringify(anchor)}`)
  writeFileSync(file, old.slice(0, at + anchor.length) + text + old.slice(at + anchor.length))
}

// The field: its row.
insertAfter('src/schema/fields.cpp', `"The name for this campaign as shown to the administrator",
         R"("Winter 2026, wave 1")"),`,
`
    flag(campaign, "archived", "Set to true if this campaign is in the archive", "false"),`)

// The rule: its row, which has a number and a text,
insertAfter('src/schema/rules.h', '    timestamp_unit,', '\n    future_created,')
insertAfter('src/schema/rules.cpp', `.ways = {{{own, {"resource.created=1794820443250"}}, {person, {"person.created=1794820443"}}}}},`, `
    {.rule = Rule::future_created,
     .name = "future-created",
     .severity = warning,
     .summary = "something was created in the future",
     .text = "A resource cannot be created after the present. The clock of the sender is wrong, or the time is in "
             "another unit than documented.",
     .fields = "campaign.created interaction.created conversion.created person.created",
     .ways = {{{own, {"resource.created=9000000000"}}, {person, {"person.created=9000000000000"}}}}},`)
// and its function.
insertAfter('src/check/values.cpp', `void check_number(Context& context, event::SlotIndex slot, const schema::Field& row) {
    if (row.unit == schema::Unit::plain) return;`, `
    if (row.key == "created") {
        const auto value = base::small_whole_value(context.event.raw(context.event[slot]));
        const std::int64_t second = row.unit == schema::Unit::milliseconds ? 1000 : 1;
        if (value && *value / second > context.now() && !has_wrong_unit(context.event, slot, row.unit))
            context.tell({.rule = schema::Rule::future_created, .slot = slot, .message = "is in the future"});
    }`)
// A timestamp is checked by its digits first; those of the present have to be looked at.
insertAfter('src/check/values.cpp', 'Plain plain_values(const schema::Field& row, bool keys) {', `
    if (row.key == "created") return {};`)

const run = (program, args) => execFileSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] })
run('cmake', ['-S', copy, '-B', build, '-G', 'Ninja', '-DCMAKE_BUILD_TYPE=Debug', '-DCMAKE_CXX_FLAGS_DEBUG=-O0',
  '-DBUILD_TESTING=OFF'])
run('cmake', ['--build', build, '--target', 'hookspect'])

/** Standard output of the new program, and its status. */
function hookspect (args, input = '') {
  const { stdout, stderr, status } = spawnSync(join(build, 'hookspect'), args, { input, encoding: 'utf8' })
  return { out: stdout, error: stderr, status }
}

const event = fields => JSON.stringify({
  event: { name: 'changed', resource: 'campaign' }, organization_id: 1, campaign_id: 2, campaign: { id: 2, organization: 1, ...fields }
})
const findings = body => hookspect(['validate', '-f', 'ndjson', '--now', '2026-12-01T00:00:00Z'], body).out
  .split('\n').filter(line => line !== '').map(line => JSON.parse(line)).map(({ rule, severity, pointer }) => ({ rule, severity, pointer }))

// --- the field is known everywhere -----------------------------------------------------------------

const explained = hookspect(['explain', 'campaign.archived'])
assert.equal(explained.status, 0, explained.error)
for (const part of ['Set to true if this campaign is in the archive', 'boolean', 'type', 'example', 'false']) assert.ok(explained.out.includes(part), part)
assert.ok(hookspect(['schema', 'campaign']).out.includes('archived'))
assert.equal(JSON.parse(hookspect(['schema', '-f', 'json-schema']).out).$defs !== undefined, true)
assert.ok(hookspect(['schema', '-f', 'json-schema']).out.includes('"archived"'))
assert.ok(hookspect(['schema', '-f', 'typescript']).out.includes('archived'))
assert.deepEqual(findings(event({ archived: true })), [])
assert.deepEqual(findings(event({ archived: 'yes' })), [{ rule: 'type', severity: 'error', pointer: '/campaign/archived' }])
assert.deepEqual(findings(event({ archivd: true })), [{ rule: 'unknown-field', severity: 'warning', pointer: '/campaign/archivd' }])
assert.equal(hookspect(['get', 'campaign.archived'], event({ archived: true })).out, 'true\n')
assert.equal(hookspect(['filter', '-c', 'campaign.archived == true'], event({ archived: true })).out, '1\n')
assert.ok(hookspect(['sample', 'campaign', '-n', '50', '--to', 'ndjson']).out.includes('"archived":'))
assert.ok(hookspect(['show'], event({ archived: true })).out.includes('archived'))

// --- the rule is known everywhere ------------------------------------------------------------------

const rule = hookspect(['explain', 'future-created'])
assert.equal(rule.status, 0, rule.error)
for (const part of ['something was created in the future', 'interaction.created', '--error future-created']) assert.ok(rule.out.includes(part), part)
assert.ok(hookspect(['explain', 'campaign.created']).out.includes('future-created'))
assert.deepEqual(findings(event({ created: 1796083200 + 86400 })),
  [{ rule: 'future-created', severity: 'warning', pointer: '/campaign/created' }])
assert.deepEqual(findings(event({ created: 1796083200 - 86400 })), [])
assert.equal(hookspect(['validate', '-q', '--error', 'future-created', '--now', '2026-12-01T00:00:00Z'], event({ created: 1800000000 })).status, 1)
assert.equal(hookspect(['filter', '-c', 'rule == future-created', '--now', '2026-12-01T00:00:00Z'], event({ created: 1800000000 })).out, '1\n')
for (const resource of ['campaign', 'interaction', 'conversion', 'person']) {
  const broken = hookspect(['sample', resource, '--break', 'future-created', '--to', 'ndjson'])
  assert.equal(broken.status, 0, broken.error)
  assert.deepEqual(findings(broken.out).map(({ rule }) => rule), ['future-created'], broken.out)
}
