#!/usr/bin/env node
// Runs end-to-end cases and compares what they print, byte by byte.
//
//     node run.mjs --program PATH [--testdata DIR] [--jobs N] [--timeout SECONDS] PATH...
//
// Each PATH is a transcript (*.txt, see transcript.mjs for the format), a Markdown file whose ```console blocks are run,
// a manual page (*.1, *.7) whose examples are run, or a folder that is searched for transcripts. Expected output is
// written by hand; there is no option to update it.
//
// The cases of a file run one after the other in a new folder, so that a case may use what an earlier one wrote. The
// folder contains a copy of testdata/. `hookspect` on PATH is the program; HOME is an empty folder; all other variables
// are those of support/environment.mjs. Standard input is empty. Files run side by side.
//
// Ends with "N passed, N failed". Status 1: a case failed, a file could not be read, or no case was run.
//
// Needs: jq, script

import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { environment } from "../support/environment.mjs";
import { diffLines } from "./diff.mjs";
import { parseManual, parseMarkdown, parseTranscript, renderOutcome } from "./transcript.mjs";

const repository = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    program: { type: "string" },
    testdata: { type: "string", default: path.join(repository, "testdata") },
    jobs: { type: "string", default: "2" },
    timeout: { type: "string", default: "60" },
  },
});
if (!options.program || positionals.length === 0) {
  console.error("usage: node run.mjs --program PATH [--testdata DIR] [--jobs N] [--timeout SECONDS] PATH...");
  process.exit(2);
}

// The transcripts of a folder in a stable order. A file, or a name that does not exist, gives itself.
function* transcripts(name) {
  if (!fs.existsSync(name) || !fs.statSync(name).isDirectory()) {
    yield name;
    return;
  }
  for (const entry of fs.readdirSync(name, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const below = path.join(name, entry.name);
    if (entry.isDirectory()) yield* transcripts(below);
    else if (entry.name.endsWith(".txt")) yield below;
  }
}

function readCases(file) {
  const text = fs.readFileSync(file, "utf8");
  const parse = file.endsWith(".md") ? parseMarkdown : /\.[17]$/.test(file) ? parseManual : parseTranscript;
  const cases = parse(text);
  if (cases.length === 0) throw new Error("the file holds no case");
  return cases;
}

// A folder of its own for one file: work/ (where commands start), home/ and bin/.
function makeScratch() {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "hookspect-cli-"));
  for (const name of ["work", "home", "bin"]) fs.mkdirSync(path.join(scratch, name));
  fs.symlinkSync(path.resolve(options.program), path.join(scratch, "bin", "hookspect"));
  if (fs.existsSync(options.testdata)) {
    const copy = path.join(scratch, "work", "testdata");
    fs.cpSync(options.testdata, copy, { recursive: true });
    setWritable(copy, false);
  }
  return scratch;
}

function removeScratch(scratch) {
  const copy = path.join(scratch, "work", "testdata");
  if (fs.existsSync(copy)) setWritable(copy, true);
  fs.rmSync(scratch, { recursive: true, force: true });
}

function setWritable(name, writable) {
  const info = fs.lstatSync(name);
  if (info.isSymbolicLink()) return;
  if (info.isDirectory()) {
    if (writable) fs.chmodSync(name, 0o755);
    for (const entry of fs.readdirSync(name)) setWritable(path.join(name, entry), writable);
    if (!writable) fs.chmodSync(name, 0o555);
  } else {
    fs.chmodSync(name, writable ? 0o644 : 0o444);
  }
}

// Runs a shell command to its end: { stdout, stderr } as Buffers, status as a shell reports it, timedOut.
function runCommand(command, scratch) {
  return new Promise((resolve, reject) => {
    const child = spawn("/bin/sh", ["-c", command], {
      cwd: path.join(scratch, "work"),
      env: environment({
        PATH: `${path.join(scratch, "bin")}:${process.env.PATH}`,
        HOME: path.join(scratch, "home"),
      }),
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      process.kill(-child.pid, "SIGKILL");
    }, Number(options.timeout) * 1000);
    const stdout = [];
    const stderr = [];
    child.stdout.on("data", (chunk) => stdout.push(chunk));
    child.stderr.on("data", (chunk) => stderr.push(chunk));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      const status = code ?? 128 + os.constants.signals[signal];
      resolve({ stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr), status, timedOut });
    });
  });
}

// Lines that describe what is wrong; empty if everything is as expected.
async function check(expected, scratch) {
  const command = expected.merged ? `exec 2>&1\n${expected.command}` : expected.command;
  const actual = await runCommand(command, scratch);
  if (actual.timedOut) return [`still running after ${options.timeout} seconds`];
  if (
    actual.status === expected.status &&
    actual.stdout.equals(Buffer.from(expected.stdout)) &&
    actual.stderr.equals(Buffer.from(expected.stderr))
  ) {
    return [];
  }
  const shown = { stdout: actual.stdout.toString(), stderr: actual.stderr.toString(), status: actual.status };
  const lines = diffLines(renderOutcome(expected), renderOutcome(shown));
  if (lines.every((line) => line.startsWith("  "))) lines.push("the output holds bytes that are not UTF-8");
  return lines;
}

async function runFile(file) {
  const result = { passed: 0, failed: 0, report: [] };
  const fail = (where, lines) => {
    result.failed += 1;
    result.report.push(`FAIL ${where}`, ...lines.map((line) => `  ${line}`), "");
  };
  let cases;
  try {
    cases = readCases(file);
  } catch (fault) {
    fail(file, [fault.message]);
    return result;
  }
  if (cases.length === 0) return result;
  const scratch = makeScratch();
  try {
    for (const each of cases) {
      const wrong = await check(each, scratch);
      if (wrong.length === 0) result.passed += 1;
      else fail(`${file}:${each.line}`, [...`$ ${each.command.replaceAll("\n", "\n> ")}`.split("\n"), ...wrong]);
    }
  } finally {
    removeScratch(scratch);
  }
  return result;
}

async function main() {
  const files = positionals.flatMap((name) => [...transcripts(name)]);
  const results = new Array(files.length);
  let next = 0;
  const worker = async () => {
    while (next < files.length) {
      const mine = next;
      next += 1;
      results[mine] = await runFile(files[mine]);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Number(options.jobs)) }, worker));

  for (const { report } of results) for (const line of report) console.log(line);
  const passed = results.reduce((sum, each) => sum + each.passed, 0);
  const failed = results.reduce((sum, each) => sum + each.failed, 0);
  if (passed + failed === 0) console.log("no case was found");
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

await main();
