#!/usr/bin/env node
// Checks that the manual and the program agree.
//
//     node manual.mjs --program PATH [--manual DIR]
//
// The program's side is its output: its help, its message about a wrong choice, the rules in its SARIF. Only the
// environment variables are read from the source. The manual's side is the macros of the pages. Each difference is a
// line on standard error, and makes the status 1.

import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { environment } from "../support/environment.mjs";

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const { values: settings } = parseArgs({
  options: { program: { type: "string" }, manual: { type: "string", default: path.join(repository, "man") } },
});
const program = path.resolve(settings.program);

const faults = [];
const expect = (holds, fault) => holds || faults.push(fault);
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "hookspect-manual-"));

function run(...words) {
  const { stdout, stderr, error } = spawnSync(program, words, { cwd: scratch, env: environment(), encoding: "utf8", input: "" });
  if (error) throw error;
  return { stdout, stderr };
}

// --- the program -------------------------------------------------------------------------------------

// The names in the table of commands of `hookspect --help`; the page of `help` is hookspect(1).
const commandNames = [...run("--help").stdout.matchAll(/^ {2}([a-z]+) +\S/gm)]
  .map((match) => match[1])
  .filter((name) => name !== "help");

// The options of a command: { names: ["-f", "--format"], value: "name", choices }.
function optionsOf(command) {
  const text = run(command, "--help").stdout.replace(/\n {7,}(?=\S)/g, " "); // wrapped lines
  const lines = text.matchAll(/^ {2}(?:(-\w), | {4})(--[a-z0-9-]+)(?: ([A-Z][A-Z0-9]*)\S*)? .*$/gm);
  return [...lines].map(([line, letter, name, value = ""]) => ({
    names: letter ? [letter, name] : [name],
    value: value.toLowerCase(),
    choices: value && / [a-z0-9-]+, [a-z0-9, -]+$/.test(line) ? choicesOf(command, name) : [],
  }));
}

function choicesOf(command, option) {
  const refusal = / is one of (.*), not "\?!"/.exec(run(command, `${option}=?!`).stderr);
  return refusal ? refusal[1].split(", ") : [];
}

// Rule to its default severity.
function rulesOf() {
  const { rules } = JSON.parse(run("validate", "-f", "sarif").stdout).runs[0].tool.driver;
  return new Map(rules.map((rule) => [rule.id, rule.defaultConfiguration.level]));
}

function sources(folder) {
  return fs.readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".cpp"))
    .map((entry) => fs.readFileSync(path.join(entry.parentPath ?? entry.path, entry.name), "utf8"))
    .join("\n");
}

// Every function of the source that reads a variable is called with its name; LESS is set for the pager.
function variablesOf() {
  const text = sources(path.join(repository, "src"));
  const read = [...text.matchAll(/\b(?:getenv|variable)\("([A-Z_]+)"\)/g)].map((match) => match[1]);
  return new Set([...read, ...(text.includes('"LESS=') ? ["LESS"] : []), "TZ"]); // TZ is read by localtime
}

// --- the manual --------------------------------------------------------------------------------------

// The arguments of a macro in the lines that match: the words up to the next macro.
function words(text, macro, lines = /^\./) {
  const found = [];
  for (const line of text.split("\n").filter((each) => lines.test(each))) {
    let current = "";
    for (const word of line.replace(/^\./, "").match(/"[^"]*"|\S+/g) ?? []) {
      if (/^[A-Z][a-z]$/.test(word)) current = word;
      else if (current === macro && !/^[,.:;()|]+$/.test(word)) found.push(word);
    }
  }
  return found;
}

const dashed = (word) => `-${word}`;
const read = (file) => fs.readFileSync(path.join(settings.manual, file), "utf8");

// The options that a page has as headings, with the name of their value; "" for a flag.
function headed(page) {
  const found = new Map();
  for (const [line] of page.matchAll(/^\.It .*Fl .*$/gm)) {
    for (const name of words(line, "Fl")) found.set(dashed(name), words(line, "Ar")[0] ?? "");
  }
  return found;
}

function section(page, heading) {
  const start = page.indexOf(`\n${heading}\n`);
  const end = page.slice(start + 1).search(/\n\.S[hs] /);
  return start < 0 ? "" : page.slice(start, end < 0 ? undefined : start + 1 + end);
}

// --- both --------------------------------------------------------------------------------------------

function checkCommand(command, overview, known) {
  const file = `hookspect-${command}.1`;
  expect(words(overview, "Cm", /^\.It Cm/).includes(command), `hookspect.1 does not list the command ${command}`);
  if (!fs.existsSync(path.join(settings.manual, file))) return faults.push(`there is no page ${file}`);
  expect(overview.includes(`.Xr hookspect-${command} 1`), `hookspect.1 does not refer to ${file}`);
  const page = read(file);
  const own = headed(page);
  const shared = headed(overview);
  const options = optionsOf(command);
  expect(options.length > 0, `${command} --help lists no option`);
  for (const { names, value, choices } of options) {
    const fits = (told) => told !== undefined && (value === "" ? told === "" : told.startsWith(value));
    for (const name of names) {
      known.add(name);
      const holds = fits(own.get(name)) || (!own.has(name) && fits(shared.get(name)));
      expect(holds, `neither ${file} nor hookspect.1 has ${[name, value].join(" ").trim()} of ${command}`);
    }
    const told = own.has(names.at(-1)) ? file : "hookspect.1";
    for (const choice of choices) {
      expect(words(read(told), "Cm").includes(choice), `${told} does not have ${names.at(-1)} ${choice} of ${command}`);
    }
  }
  const names = new Set(options.flatMap((option) => option.names));
  for (const name of own.keys()) expect(names.has(name), `${file} has ${name}, which ${command} does not have`);
}

function checkRules() {
  const page = read("hookspect-rules.7");
  const severities = { Errors: "error", Warnings: "warning", Notes: "note" };
  const told = new Map();
  for (const [heading, severity] of Object.entries(severities)) {
    for (const rule of words(section(page, `.Ss ${heading}`), "Cm", /^\.It Cm/)) told.set(rule, severity);
  }
  const rules = rulesOf();
  expect(rules.size > 0, "the program names no rule");
  for (const [rule, severity] of rules) {
    const where = told.has(rule) ? `hookspect-rules.7 makes it a ${told.get(rule)}` : "hookspect-rules.7 lacks it";
    expect(told.get(rule) === severity, `the rule ${rule} is a ${severity}; ${where}`);
  }
  for (const rule of told.keys()) expect(rules.has(rule), `hookspect-rules.7 has ${rule}, which is not a rule`);
}

function checkVariables(overview) {
  const told = new Set(words(section(overview, ".Sh ENVIRONMENT"), "Ev", /^\.It Ev/));
  const read = variablesOf();
  for (const name of read) expect(told.has(name), `hookspect.1 does not have the variable ${name}`);
  for (const name of told) expect(read.has(name), `hookspect.1 has the variable ${name}, which nothing reads`);
}

const overview = read("hookspect.1");
const known = new Set(["-h", "--help", "-V", "--version", "--"]); // of the program itself
expect(commandNames.length > 0, "hookspect --help lists no command");
for (const command of commandNames) checkCommand(command, overview, known);
for (const file of fs.readdirSync(settings.manual)) {
  const page = read(file);
  const mentioned = file === "hookspect.1" || file.endsWith(".7") ? words(page, "Fl").map(dashed) : [];
  for (const name of new Set(mentioned)) expect(known.has(name), `${file} names ${name}, which no command has`);
  const command = /^hookspect-(.*)\.1$/.exec(file)?.[1];
  expect(!command || commandNames.includes(command), `${file} does not belong to a command`);
  for (const [, title, number] of page.matchAll(/^\.Xr (hookspect\S*) (\d)/gm)) {
    expect(fs.existsSync(path.join(settings.manual, `${title}.${number}`)), `${file} refers to ${title}(${number})`);
  }
}
checkRules();
checkVariables(overview);

fs.rmSync(scratch, { recursive: true });
for (const fault of faults) console.error(fault);
console.log(`${commandNames.length} commands, ${known.size} options, ${faults.length} differences`);
process.exitCode = faults.length > 0 ? 1 : 0;
