// Tests that the case runner notices every difference that it should.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

import { parseManual, parseMarkdown, parseTranscript, renderOutcome } from "./transcript.mjs";

const runner = path.join(path.dirname(fileURLToPath(import.meta.url)), "run.mjs");
let folder;

before(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "hookspect-runner-test-"));
  // Stands in for the program: "out" on standard output, "err" on standard error, and status 3.
  write("program", "#!/bin/sh\necho out\necho err >&2\nexit 3\n", 0o755);
  write("testdata/one.json", "{}\n");
});

after(() => fs.rmSync(folder, { recursive: true }));

function write(name, text, mode = 0o644) {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text, { mode });
  return file;
}

function run(...args) {
  const fixed = [runner, "--program", path.join(folder, "program"), "--testdata", path.join(folder, "testdata")];
  const { stdout, stderr, status } = spawnSync(process.execPath, [...fixed, ...args], { encoding: "utf8" });
  return { stdout, stderr, status, lastLine: stdout.trimEnd().split("\n").at(-1) };
}

function runText(text, ...args) {
  return run(...args, write("case.txt", text));
}

function assertPasses(text, count = 1) {
  const { stdout, status, lastLine } = runText(text);
  assert.equal(lastLine, `${count} passed, 0 failed`, stdout);
  assert.equal(status, 0);
}

function assertFails(text, ...reported) {
  const { stdout, status, lastLine } = runText(text);
  assert.equal(lastLine, "0 passed, 1 failed", stdout);
  assert.equal(status, 1);
  for (const line of reported) assert.ok(stdout.split("\n").includes(line), `no line ${line} in:\n${stdout}`);
}

describe("a case passes", () => {
  test("when output, error output and status are as written", () => {
    assertPasses("$ hookspect\nout\n2| err\n[3]\n");
  });
  test("with blank lines between it and the next one", () => {
    assertPasses("# first\n$ echo a\na\n\n\n# second\n$ echo b\nb\n\n$ echo c\nc\n", 3);
  });
  test("with an empty line at the end of its output, written as a backslash", () => {
    assertPasses("$ printf 'a\\n\\n'\na\n\\\n");
  });
  test("with output that looks like the transcript's own marks", () => {
    assertPasses("$ printf '%s\\n' '> x' '$ x' '# x' '#' '2| x' '[1]' '\\x'\n\\> x\n\\$ x\n\\# x\n\\#\n\\2| x\n\\[1]\n\\\\x\n");
  });
  test("with escape bytes in its output, written as a sign", () => {
    assertPasses("$ printf '\\033[1mbold\\033[0m\\n'\n␛[1mbold␛[0m\n");
  });
  test("with a command of several lines", () => {
    assertPasses("$ cat <<END\n> a\n> b\n> END\na\nb\n");
  });
  test("with output without a last newline, in either stream", () => {
    assertPasses("$ printf a; printf b >&2\na\n[no newline]\n2| b\n[no newline]\n");
  });
  test("with what an earlier case of the file wrote", () => {
    assertPasses("$ echo kept > file\n\n$ cat file\nkept\n", 2);
  });
  test("when a signal ended the command", () => {
    assertPasses("$ kill -TERM $$\n[143]\n");
  });
});

describe("a case fails", () => {
  test("when the output differs", () => {
    assertFails("$ echo actual\nexpected\n", "  - expected", "  + actual");
  });
  test("when output is missing", () => {
    assertFails("$ true\nexpected\n", "  - expected");
  });
  test("when there is output that was not expected", () => {
    assertFails("$ echo actual\n", "  + actual");
  });
  test("when the error output differs", () => {
    assertFails("$ echo actual >&2\n2| expected\n", "  - 2| expected", "  + 2| actual");
  });
  test("when the right text came on the other stream", () => {
    assertFails("$ echo text >&2\ntext\n", "  - text", "  + 2| text");
  });
  test("when the status differs", () => {
    assertFails("$ exit 2\n[1]\n", "  - [1]", "  + [2]");
  });
  test("when the status is not 0 and none was written", () => {
    assertFails("$ exit 2\n", "  + [2]");
  });
  test("when the last newline is missing", () => {
    assertFails("$ printf text\ntext\n", "    text", "  + [no newline]");
  });
  test("when there is a newline that should be missing", () => {
    assertFails("$ echo text\ntext\n[no newline]\n", "  - [no newline]");
  });
  test("when there is one empty line too many at the end", () => {
    assertFails("$ printf 'a\\n\\n'\na\n", "  + \\");
  });
  test("when only a blank at the end of a line differs, which is shown", () => {
    assertFails("$ echo 'a '\na\n", "  - a", "  + a␠");
  });
  test("when only a control character differs, which is shown", () => {
    assertFails("$ printf 'a\\r\\n'\na\n", "  - a", "  + a\\r");
  });
  test("when the output is not the UTF-8 that it looks like", () => {
    assertFails("$ printf '\\377\\n'\n\ufffd\n", "  the output holds bytes that are not UTF-8");
  });
  test("when it runs too long", () => {
    const { stdout, status } = runText("$ sleep 30\n", "--timeout", "0.2");
    assert.match(stdout, /still running after 0\.2 seconds/);
    assert.equal(status, 1);
  });
  test("while the others of its file still run", () => {
    const { lastLine, status } = runText("$ false\n\n$ true\n");
    assert.equal(lastLine, "1 passed, 1 failed");
    assert.equal(status, 1);
  });
});

describe("a run fails", () => {
  test("when it has no case", () => {
    fs.mkdirSync(path.join(folder, "empty"));
    const { lastLine, status } = run(path.join(folder, "empty"));
    assert.equal(lastLine, "0 passed, 0 failed");
    assert.equal(status, 1);
  });
  test("when a transcript has no case", () => assertFails("# only a title\n", "  the file holds no case"));
  for (const name of ["none.md", "none.1", "none.7"]) {
    test(`when a page has none, as ${name}`, () => {
      const { stdout, lastLine, status } = run(write(name, "A page without examples\n"));
      assert.match(stdout, /the file holds no case/);
      assert.equal(lastLine, "0 passed, 1 failed");
      assert.equal(status, 1);
    });
  }
  test("when a file is not there", () => {
    const { stdout, lastLine, status } = run(path.join(folder, "absent.txt"));
    assert.match(stdout, /FAIL .*absent\.txt/);
    assert.equal(lastLine, "0 passed, 1 failed");
    assert.equal(status, 1);
  });
  test("when output stands before the first command", () => {
    assertFails("stray\n$ true\n", "  line 1: output without a command: stray");
  });
  test("when a line follows the exit status", () => {
    assertFails("$ exit 1\n[1]\nlate\n", "  line 3: the exit status is the last line of a case: late");
  });
});

describe("the surroundings of a case", () => {
  test("are an environment of the runner's making", () => {
    Object.assign(process.env, { NO_COLOR: "1", PAGER: "more", TERM: "xterm", LANG: "de_DE.UTF-8", TZ: "Asia/Tokyo" });
    assertPasses("$ env | grep -E '^(NO_COLOR|PAGER|COLUMNS|TERM|LANG|TZ|LC_ALL)=' | sort\nLC_ALL=C.UTF-8\nTZ=UTC\n");
  });
  test("are a folder with testdata in it that stays as it is", () => {
    assertPasses("$ ls; cat testdata/one.json; ls -l testdata | grep -c '^-r--r--r--'\ntestdata\n{}\n1\n");
  });
  test("are an empty home and an empty standard input", () => {
    assertPasses('$ ls "$HOME"; cat\n');
  });
});

describe("a Markdown file", () => {
  test("has its console blocks run, both streams as one", () => {
    const { lastLine, stdout } = run(write("page.md", "Text\n\n```console\n$ hookspect; true\nout\nerr\n```\n\n```sh\n$ false\n```\n"));
    assert.equal(lastLine, "1 passed, 0 failed", stdout);
  });
  test("may tell the streams apart", () => {
    const { lastLine, stdout } = run(write("page.md", "```console\n$ hookspect\nout\n2| err\n[3]\n```\n"));
    assert.equal(lastLine, "1 passed, 0 failed", stdout);
  });
  test("fails at the line of the command", () => {
    const { stdout, status } = run(write("page.md", "Text\n\n```console\n$ echo a\nb\n```\n"));
    assert.match(stdout, /page\.md:4/);
    assert.equal(status, 1);
  });
  test("may hold a block inside a list", () => {
    const [{ command, stdout }] = parseMarkdown("1. Do:\n\n   ```console\n   $ echo '\n   >   a'\n\n     a\n   ```\n");
    assert.equal(command, "echo '\n  a'");
    assert.equal(stdout, "\n  a\n");
  });
});

describe("a manual page", () => {
  const page = (block, section = "EXAMPLES") => `.Sh ${section}\nText:\n.Bd -literal -offset indent\n${block}.Ed\n.Pp\n`;
  test("has its examples run, both streams as one", () => {
    const { lastLine, stdout } = run(write("page.1", page("$ hookspect; true\nout\nerr\n$ exit 1\n[1]\n")));
    assert.equal(lastLine, "2 passed, 0 failed", stdout);
  });
  test("fails at the line of the command", () => {
    const { stdout, status } = run(write("page.7", page("$ echo a\nb\n")));
    assert.match(stdout, /page\.7:4/);
    assert.equal(status, 1);
  });
  test("is written in roff", () => {
    const [{ command, stdout, line }] = parseManual(page("$ a \\e\n> \\-b \\(aqc\\(dq\n\\&.d\n\\&'e\n\n  f\n"));
    assert.deepEqual({ command, stdout, line }, { command: "a \\\n-b 'c\"", stdout: ".d\n'e\n\n  f\n", line: 4 });
  });
  test("may hold literal text that is no example, in another section", () => {
    assert.deepEqual(parseManual(page("a = b\n", "GRAMMAR")), []);
    assert.throws(() => parseManual(page("a = b\n")), { message: 'line 4: an example begins with "$ "' });
  });
  test("tells what roff would take away", () => {
    assert.throws(() => parseManual(page("$ a\n.b\n")), { message: "line 5: roff reads this as a request: .b" });
    assert.throws(() => parseManual(page("$ a\n\\fB\n")), { message: "line 5: unknown escape \\f" });
    assert.throws(() => parseManual(".Bd -literal\n$ a\n"), { message: "line 1: the literal block does not end" });
  });
});

test("a folder is walked for transcripts", () => {
  write("tree/a.txt", "$ true\n");
  write("tree/below/b.txt", "$ true\n");
  write("tree/notes.md", "```console\n$ false\n```\n");
  assert.equal(run(path.join(folder, "tree")).lastLine, "2 passed, 0 failed");
});

test("a rendered outcome reads back as itself", () => {
  const outcomes = [
    { stdout: "", stderr: "", status: 0 },
    { stdout: "\n", stderr: "\n", status: 1 },
    { stdout: "a\n\n\n", stderr: "a\n\n", status: 0 },
    { stdout: "\\a\n> b\n[1]\n[no newline]\n#", stderr: "2| x", status: 255 },
  ];
  for (const outcome of outcomes) {
    const [{ stdout, stderr, status }] = parseTranscript(["$ true", ...renderOutcome(outcome)].join("\n"));
    assert.deepEqual({ stdout, stderr, status }, outcome);
  }
});
