// Generates the pictures of a terminal in the README from the output of hookspect, and the manual as text.
//
//     node doc/make.mjs --program PATH            writes doc/*.svg and doc/manual/*.txt
//     node doc/make.mjs --program PATH --check    fails if a file differs from what it would write
//
// Needs: mandoc

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, writeFileSync, existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { environment } from "../tests/support/environment.mjs";
import { picture } from "./picture.mjs";

const { values } = parseArgs({ options: { program: { type: "string" }, check: { type: "boolean" } } });
const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const program = resolve(values.program);

// The present is fixed, so that ages do not change.
const pictures = [
  { name: "show", columns: 80, command: "hookspect show --ages delivery.json" },
  { name: "validate", columns: 80, command: "hookspect validate suspect.ndjson" },
  { name: "diff", columns: 80, command: "hookspect diff monday.json tuesday.json" },
];

function run(command, columns) {
  const env = environment({
    PATH: `${dirname(program)}:${process.env.PATH}`,
    COLUMNS: String(columns),
    CLICOLOR_FORCE: "1",
    SOURCE_DATE_EPOCH: "1795442400", // 2026-11-23 14:00:00Z
  });
  const done = spawnSync("sh", ["-c", command], { cwd: join(root, "testdata/pictures"), env, encoding: "utf8" });
  if (done.status > 1 || done.stderr) throw new Error(`${command}: status ${done.status}\n${done.stderr}`);
  return done.stdout;
}

function page(file) {
  const done = spawnSync("mandoc", ["-K", "utf-8", "-T", "utf8", "-O", "width=100", file], { cwd: root, env: environment(), encoding: "utf8" });
  if (done.status > 2) throw new Error(`mandoc ${file}: ${done.stderr}`);
  return done.stdout.replace(/.\u0008/gu, ""); // bold and underlined text is overstruck
}

function* made() {
  for (const { name, columns, command } of pictures) {
    yield [`doc/${name}.svg`, picture(command, run(command, columns), columns)];
  }
  for (const file of readdirSync(join(root, "man")).sort()) {
    yield [`doc/manual/${basename(file)}.txt`, page(join("man", file))];
  }
}

mkdirSync(join(root, "doc/manual"), { recursive: true });
const stale = [];
for (const [name, text] of made()) {
  const path = join(root, name);
  if (values.check && !(existsSync(path) && readFileSync(path, "utf8") === text)) stale.push(name);
  if (!values.check) writeFileSync(path, text);
}
if (stale.length > 0) {
  console.error(`not current: ${stale.join(", ")}; ./dev docs regenerates them`);
  process.exit(1);
}
