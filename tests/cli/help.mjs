#!/usr/bin/env node
// Whether the help of every command can be read at any width: no line is wider than the terminal, no word is broken, and
// the page that `help` prints where there is no man says what mandoc makes of its source.
//
//     node help.mjs --program PATH [--manual DIR]
//
// Each fault is a line on standard error, and the status is then 1.

import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const { values: settings } = parseArgs({
  options: { program: { type: "string" }, manual: { type: "string", default: path.join(repository, "man") } },
});
const program = path.resolve(settings.program);
const faults = [];
const expect = (holds, fault) => holds || faults.push(fault);

function run(words, columns) {
  const env = { ...process.env, COLUMNS: String(columns), LC_ALL: "C.UTF-8" };
  const { stdout, status, error } = spawnSync(program, words, { encoding: "utf8", input: "", env });
  if (error) throw error;
  expect(status === 0, `${words.join(" ")} ends with ${status}`);
  return stdout;
}

const wordsOf = (text) => text.split(/\s+/).filter((word) => word !== "" && word !== "\\");
const widest = (text) => Math.max(...text.split("\n").map((line) => [...line].length));

const commands = [...run(["--help"], 100).matchAll(/^ {2}([a-z]+) +\S/gm)].map((match) => match[1]);
const names = commands.slice(0, commands.indexOf("help"));
expect(names.length >= 12, `hookspect --help lists only ${names.length} commands`);
const lines = [["--help"], ["-h"], ...names.flatMap((name) => [[name, "--help"], [name, "-h"]])];

for (const line of lines) {
  const wide = run(line, 110);
  for (const columns of [60, 80, 120]) {
    const text = run(line, columns);
    const where = `hookspect ${line.join(" ")} at ${columns} columns`;
    expect(widest(text) <= columns, `${where} has a line of ${widest(text)}`);
    expect(wordsOf(text).join(" ") === wordsOf(wide).join(" "), `${where} breaks a word`);
    const long = [...text.matchAll(/--[a-z][a-z0-9-]*/g)].map((match) => match[0]);
    expect(line[1] === "-h" || line[0] === "-h" || line.length === 1 || long.length > 2, `${where} lists no options`);
  }
}
for (const name of names) {
  const height = run([name, "-h"], 80).split("\n").length - 1;
  expect(height <= 40, `hookspect ${name} -h has ${height} lines`);
}

// The text of a page, without what only one of the two writers has: its head and foot, quotes, marks of lists.
function comparable(text) {
  return wordsOf(text.replace(/.\x08/g, "").replace(/[‘’“”'"`]/g, "").replace(/^\s*[•-] /gm, " ").replace(/[–—]/g, "-"))
    .filter((word) => !/^(-|--)$/.test(word)).join(" ");
}

for (const file of fs.readdirSync(settings.manual)) {
  const name = file.replace(/\.[17]$/, "");
  const topic = name === "hookspect" ? "help" : name.slice("hookspect-".length);
  const source = path.join(settings.manual, file);
  const made = spawnSync("mandoc", ["-T", "utf8", "-O", "width=1000", source], { encoding: "utf8" });
  if (made.error) throw made.error;
  const whole = made.stdout.split("\n");
  const wanted = comparable(whole.slice(1, -2).join("\n"));
  const text = run(["help", topic], 100);
  const got = comparable(text);
  if (got === wanted) continue;
  let at = 0;
  while (got[at] === wanted[at]) ++at;
  const around = (all) => all.slice(Math.max(0, at - 40), at + 40);
  faults.push(`hookspect help ${topic} differs from mandoc:\n  ${around(got)}\n  ${around(wanted)}`);
}

for (const fault of faults) console.error(fault);
console.log(`${lines.length} helps, ${faults.length} faults`);
process.exitCode = faults.length > 0 ? 1 : 0;
