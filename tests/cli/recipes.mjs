#!/usr/bin/env node
// Runs the recipes of RECIPES.md, each in a project of its own with a folder captures/:
//
//     node tests/cli/recipes.mjs --program PATH
//
// A block of the page that begins with `# NAME` or `// NAME`, after a `#!` line if there is one, is the file NAME. What a CI service would run
// is taken from its YAML and run by bash, with an apt-get that only prints its arguments: once with valid captures only, and once
// with a broken one. The hook of .pre-commit-hooks.yaml is run with the files that match its pattern.
//
// Needs: bash, curl, git, make, npm @types/express, npm ajv, npm ajv-formats, npm express, npm fast-xml-parser, npm typescript, npm vscode-json-languageservice, npm yaml

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";

import { XMLValidator } from "fast-xml-parser";
import jsonService from "vscode-json-languageservice";
import { parse } from "yaml";

import { program, project } from "../differential/lib/support.mjs";
import { environment } from "../support/environment.mjs";

const files = new Map();
for (const [, text] of fs.readFileSync(path.join(project, "RECIPES.md"), "utf8").matchAll(/^```\w+\n(.*?)^```$/gms)) {
  const [, name] = /^(?:#!.*\n)?(?:#|\/\/) (.*)\n/.exec(text);
  files.set(name, text);
}
const { getLanguageService, TextDocument } = jsonService;
const testdata = (name) => path.join(project, "testdata", name);
let top;  // contains everything that the tests write

before(() => {
  top = fs.mkdtempSync(path.join(os.tmpdir(), "hookspect-recipes-"));
  fs.mkdirSync(path.join(top, "bin"));
  fs.symlinkSync(program, path.join(top, "bin/hookspect"));
  fs.writeFileSync(path.join(top, "bin/apt-get"), '#!/bin/sh\necho "$@"\n', { mode: 0o755 });
});

after(() => fs.rmSync(top, { recursive: true, force: true }));

/** A project: { folder, env, sh, write, breakCapture }. */
function makeProject() {
  const folder = fs.mkdtempSync(path.join(top, "project-"));
  const env = environment({
    PATH: `${top}/bin:${process.env.PATH}`, HOME: top, GIT_CONFIG_NOSYSTEM: "1",
    GIT_AUTHOR_NAME: "a", GIT_AUTHOR_EMAIL: "a@example.com", GIT_COMMITTER_NAME: "a", GIT_COMMITTER_EMAIL: "a@example.com",
  });
  const made = {
    folder,
    env,
    write: (name, text) => {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), text);
    },
    read: (name) => fs.readFileSync(path.join(folder, name), "utf8"),
    /** As a runner does: bash, ending at the first failure. */
    sh: (script) => spawnSync("bash", ["-e", "-o", "pipefail", "-c", script], { cwd: folder, env, encoding: "utf8" }),
    breakCapture: () => made.write("captures/enum.ndjson", fs.readFileSync(testdata("broken/enum.json"))),
  };
  made.write("captures/deliveries.ndjson", fs.readFileSync(testdata("captures/deliveries.ndjson")));
  made.write("captures/campaign-created.ndjson", fs.readFileSync(testdata("valid/campaign-created.json")));
  return made;
}

/** Runs the script with valid captures, then with a broken one; returns both outcomes. */
function runTwice(here, script) {
  const good = here.sh(script);
  here.breakCapture();
  return [good, here.sh(script)];
}

/** The only script of a workflow's job after the one that installs hookspect in the container. */
function checkingScript(name) {
  const [{ container, steps }] = Object.values(parse(files.get(name)).jobs);
  const [install, script, ...others] = steps.map((step) => step.run).filter((one) => one !== undefined);
  assert.deepEqual(others, []);
  assertInstalls(container, install);
  return script;
}

/** Checks that the script installs the package, in Debian 12. */
function assertInstalls(image, script) {
  assert.equal(image, "debian:12");
  const installed = makeProject().sh(script);
  assert.equal(installed.status, 0, installed.stderr);
  assert.equal(installed.stdout, "update\ninstall -y ./ci/hookspect.deb\n");
}

test("the page has all recipes", () => {
  assert.deepEqual([...files.keys()], [
    ".github/workflows/captures.yml", ".github/workflows/code-scanning.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml",
    ".git/hooks/pre-commit", "Makefile", ".gitattributes", "once in each clone",
    "replay.sh", "the schema and the types", ".vscode/settings.json", "receiver.mjs", "hook.ts",
  ]);
});

describe("GitHub Actions", () => {
  test("findings are annotations, errors fail the step", () => {
    const script = checkingScript(".github/workflows/captures.yml");
    const [good, broken] = runTwice(makeProject(), script);
    assert.equal(good.status, 0, good.stderr);
    assert.match(good.stdout, /^::warning file=captures\/deliveries\.ndjson,line=1,col=\d+,title=untranslated::/);
    assert.equal(broken.status, 1);
    assert.match(broken.stdout, /^::error file=captures\/enum\.ndjson,line=1,col=370,title=enum::/m);
  });

  test("code scanning gets SARIF", () => {
    const workflow = parse(files.get(".github/workflows/code-scanning.yml"));
    const script = checkingScript(".github/workflows/code-scanning.yml");
    assert.equal(workflow.permissions["security-events"], "write");
    const { sarif_file: written } = Object.values(workflow.jobs)[0].steps.at(-1).with;
    const here = makeProject();
    const outcomes = runTwice(here, script);
    assert.deepEqual(outcomes.map((each) => each.status), [0, 0], outcomes[1].stderr);
    const rules = JSON.parse(here.read(written)).runs[0].results.map((result) => result.ruleId);
    assert.equal(rules.filter((rule) => rule === "enum").length, 1);
  });
});

test("GitLab CI gets a JUnit report, also of a job that failed", () => {
  const job = parse(files.get(".gitlab-ci.yml")).captures;
  assertInstalls(job.image, job.before_script.join("\n"));
  const here = makeProject();
  const [good, broken] = runTwice(here, job.script.join("\n"));
  assert.deepEqual([good.status, broken.status], [0, 1], good.stderr);
  assert.equal(job.artifacts.when, "always");
  const report = here.read(job.artifacts.reports.junit);
  assert.equal(XMLValidator.validate(report), true);
  assert.equal(report.match(/<testcase /g).length, 11);
  assert.equal(report.match(/<failure /g).length, 1);
});

describe("pre-commit", () => {
  const published = parse(fs.readFileSync(path.join(project, ".pre-commit-hooks.yaml"), "utf8"));
  const [{ hooks }] = parse(files.get(".pre-commit-config.yaml")).repos;

  test("the page has the hook that is published", () => {
    for (const [name, value] of Object.entries(hooks[0])) {
      if (name !== "name") assert.equal(value, published[0][name], name);
    }
  });

  for (const hook of [...published, ...hooks]) {
    test(`${hook.name} runs on changed captures alone`, () => {
      const here = makeProject();
      here.write("package.json", "{}");
      here.write("captures/README.md", "What the endpoint logged.");
      here.write("captures/.gitkeep", "");
      const chosen = () => here.sh("git init -q . && git add . && git ls-files").stdout.split("\n")
        .filter((name) => name !== "" && new RegExp(hook.files).test(name));
      assert.deepEqual(chosen(), ["captures/campaign-created.ndjson", "captures/deliveries.ndjson"]);
      const runHook = () => here.sh(`${hook.entry} ${chosen().join(" ")}`);
      const good = runHook();
      assert.equal(good.status, 0, good.stdout);
      here.breakCapture();
      assert.match(runHook().stdout, /^captures\/enum\.ndjson:1:370: error: /m);
      assert.equal(runHook().status, 1);
    });
  }
});

describe("a hook of git", () => {
  const hook = ".git/hooks/pre-commit";
  const good = fs.readFileSync(testdata("valid/campaign-created.json"), "utf8");
  const broken = fs.readFileSync(testdata("broken/enum.json"), "utf8");
  const name = "captures/a name.ndjson";

  /** A project with the hook and a first commit; temporary folders are made in tmp/. */
  function makeRepository() {
    const here = makeProject();
    here.sh("git init -q . && git add . && git commit -qm first && mkdir tmp && echo tmp >> .git/info/exclude");
    here.write(hook, files.get(hook));
    here.sh(`chmod +x ${hook}`);
    here.commit = () => here.sh("export TMPDIR=$PWD/tmp; git commit -qm change");
    here.stage = (text) => {
      here.write(name, text);
      here.sh("git add captures");
    };
    return here;
  }

  function assertRefused(outcome) {
    assert.equal(outcome.status, 1);
    assert.match(outcome.stdout + outcome.stderr, /^captures\/a name\.ndjson:1:370: error: /m);
  }

  test("refuses a commit with a broken capture, and leaves nothing behind", () => {
    const here = makeRepository();
    here.stage(good);
    assert.equal(here.commit().status, 0);
    here.stage(broken);
    assertRefused(here.commit());
    assert.deepEqual(fs.readdirSync(path.join(here.folder, "tmp")), []);
  });

  test("lets pass what holds no capture, the first commit and one that removes captures", () => {
    const here = makeRepository();
    here.write("captures/note.txt", "no capture");
    here.sh("git add .");
    assert.equal(here.commit().status, 0);
    here.sh("git rm -q captures/campaign-created.ndjson");
    assert.equal(here.commit().status, 0);
    here.sh("git update-ref -d HEAD");
    assert.equal(here.commit().status, 0);
  });

  test("refuses what is staged broken, whatever the file holds now", () => {
    const here = makeRepository();
    here.stage(broken);
    here.write(name, good);
    assertRefused(here.commit());
  });

  test("lets pass what is staged good, whatever the file holds now", () => {
    const here = makeRepository();
    here.stage(good);
    here.write(name, broken);
    const outcome = here.commit();
    assert.equal(outcome.status, 0, outcome.stdout + outcome.stderr);
  });

  test("lets pass what is staged good and has no file any more", () => {
    const here = makeRepository();
    here.stage(good);
    fs.rmSync(path.join(here.folder, name));
    const outcome = here.commit();
    assert.equal(outcome.status, 0, outcome.stdout + outcome.stderr);
  });
});

test("make checks a capture again only after it has changed", () => {
  const here = makeProject();
  here.write("Makefile", files.get("Makefile"));
  const make = () => here.sh("make check-captures");
  const checked = ({ stdout }) => [...stdout.matchAll(/^hookspect validate (.*)$/gm)].map(([, name]) => name).sort();
  const first = make();
  assert.equal(first.status, 0, first.stderr);
  assert.deepEqual(checked(first), ["captures/campaign-created.ndjson", "captures/deliveries.ndjson"]);
  assert.deepEqual(checked(make()), []);
  here.breakCapture();
  for (let i = 0; i < 2; ++i) {
    const broken = make();
    assert.deepEqual([checked(broken), broken.status], [["captures/enum.ndjson"], 2]);
  }
});

test("git diff shows events", () => {
  const here = makeProject();
  here.write(".gitattributes", files.get(".gitattributes"));
  const begun = here.sh(`git init -q . && git add . && git commit -qm first\n${files.get("once in each clone")}`);
  assert.equal(begun.status, 0, begun.stderr);
  const before = here.read("captures/deliveries.ndjson");
  const changed = before.split("\n");
  changed[1] = changed[1].replace('"points":25', '"points":30');
  here.write("captures/deliveries.ndjson", changed.join("\n"));
  const lines = () => here.sh("git --no-pager diff").stdout.split("\n").filter((line) => /^[-+] /.test(line));
  assert.deepEqual(lines(), ["-  points            25", "+  points            30"]);

  here.write("captures/deliveries.ndjson", `${before}{"event":\n`);
  assert.ok(lines().some((line) => line.includes("json-syntax")), lines().join("\n"));
});

test("git diff shows events in folders, and nothing of a file that is empty", () => {
  const here = makeProject();
  here.write(".gitattributes", files.get(".gitattributes"));
  const event = fs.readFileSync(testdata("valid/campaign-removed.json"), "utf8");
  here.write("captures/2026/11/one.json", event);
  const begun = here.sh(`git init -q . && git add . && git commit -qm first\n${files.get("once in each clone")}`);
  assert.equal(begun.status, 0, begun.stderr);
  here.write("captures/2026/11/one.json", event.replace("46990", "46991"));
  const changed = here.sh("git --no-pager diff").stdout.split("\n").filter((line) => /^[-+] /.test(line));
  assert.deepEqual(changed, ["-  campaign_id      46990", "+  campaign_id      46991"]);

  here.write("captures/2026/11/one.json", "");
  const emptied = here.sh("git --no-pager diff 2>&1").stdout;
  assert.match(emptied, /^-  campaign_id      46990$/m);
  assert.doesNotMatch(emptied, /hookspect:/);
});

test("a replay sends each body of a capture, in order and at its rate", async () => {
  const here = makeProject();
  here.write("replay.sh", files.get("replay.sh"));
  const bodies = [
    '{"event":{"name":"created","resource":"person"},"text":"it\'s {} 100% $x"}',
    "event%5Bname%5D=created&event%5Bresource%5D=person&x=\u00e9", '{"event":{"name":"removed","resource":"person"}}',
  ];
  here.write("captures/mixed.log", `${bodies.join("\n")}\n`);
  const received = [];
  const server = http.createServer(async (request, response) => {
    const pieces = [];
    for await (const piece of request) pieces.push(piece);
    received.push({ time: performance.now(), url: request.url, body: Buffer.concat(pieces).toString() });
    response.end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${server.address().port}/hook`;
  const replay = spawn("sh", ["replay.sh", "captures/mixed.log", url], { cwd: here.folder, env: here.env, stdio: "inherit" });
  const [status] = await once(replay, "close");
  server.close();
  assert.equal(status, 0);
  assert.deepEqual(received.map(({ url: path, body }) => [path, body]), bodies.map((body) => ["/hook", body]));
  for (const [index, { time }] of received.entries()) {
    if (index > 0) assert.ok(time - received[index - 1].time >= 200, "the pause is too short");
  }
});

/** A project with the schema and the types, and with the packages of these tests. */
function makeNodeProject() {
  const here = makeProject();
  const made = here.sh(files.get("the schema and the types"));
  assert.equal(made.status, 0, made.stderr);
  fs.symlinkSync(path.join(project, "tests/node_modules"), path.join(here.folder, "node_modules"));
  return here;
}

describe("VS Code", () => {
  const settings = () => JSON.parse(files.get(".vscode/settings.json").replace(/^\/\/.*\n/, ""));
  /** What the editor's own service for JSON makes of a file of the project; `|` is the cursor. */
  async function edited(name, text) {
    const here = makeNodeProject();
    const [{ fileMatch, url }] = settings()["json.schemas"];
    const service = getLanguageService({
      workspaceContext: { resolveRelativePath: (relative) => path.join(here.folder, relative) },
      schemaRequestService: async (uri) => fs.readFileSync(new URL(uri), "utf8"),
    });
    service.configure({ schemas: [{ fileMatch, uri: pathToFileURL(path.join(here.folder, url)).href }] });
    const document = TextDocument.create(`file:///project/${name}`, "json", 1, text.replace("|", ""));
    const parsed = service.parseJSONDocument(document);
    const cursor = document.positionAt(text.indexOf("|"));
    return {
      faults: (await service.doValidation(document, parsed)).map(({ message }) => message),
      offered: (await service.doComplete(document, cursor, parsed)).items.map(({ label }) => label),
      shown: JSON.stringify((await service.doHover(document, cursor, parsed))?.contents ?? ""),
    };
  }

  test("completes keys and values, shows texts", async () => {
    const { offered } = await edited("captures/one.json", '{"event":{"name":"|"}}');
    for (const name of ["created", "removed", "published_landing"]) assert.ok(offered.includes(`"${name}"`), offered.join());
    const keys = await edited("captures/2026/one.json", '{"event":{"name":"created","resource":"campaign"},"campaign":{"config":{|}}}');
    for (const key of ["languages", "channels", "preset"]) assert.ok(keys.offered.includes(key), keys.offered.join());
    const { shown } = await edited("captures/one.json", '{"person":{"|created":1}}');
    assert.match(shown, /Member creation date in milliseconds/);
  });

  test("underlines errors, in captures alone", async () => {
    const wrong = '|{"event":{"name":"publised","resource":"person"},"campaign":{"title":{"pt":"a"}}}';
    const { faults } = await edited("captures/one.json", wrong);
    assert.equal(faults.length, 3, faults.join("\n"));
    assert.deepEqual((await edited("package.json", wrong)).faults, []);
    const good = fs.readFileSync(testdata("valid/campaign-created.json"), "utf8");
    assert.deepEqual((await edited("captures/one.json", `|${good}`)).faults, []);
  });
});

test("an Express receiver takes valid deliveries and refuses others", async () => {
  const here = makeNodeProject();
  here.write("receiver.mjs", files.get("receiver.mjs").replace(/^app\.listen\((.*)\);$/m,
    'const server = app.listen($1, "127.0.0.1", () => console.log(server.address().port));'));
  const receiver = spawn(process.execPath, ["receiver.mjs"], { cwd: here.folder, env: { ...here.env, PORT: "0" } });
  let told = "";
  receiver.stderr.on("data", (piece) => { told += piece; });
  try {
    const [port] = await once(receiver.stdout, "data");
    const url = `http://127.0.0.1:${Number(port)}/hook`;
    const send = async (body) => (await fetch(url, { method: "POST", headers: { "Content-Type": "application/json" }, body })).status;
    assert.equal(await send(fs.readFileSync(testdata("valid/campaign-created.json"))), 204, told);
    assert.equal(await send(fs.readFileSync(testdata("broken/enum.json"))), 422);
  } finally {
    receiver.kill();
    if (receiver.exitCode === null && receiver.signalCode === null) await once(receiver, "close");
  }
  assert.match(told, /^event\/interaction\/state must be equal to one of the allowed values/m);
});

test("a handler with types compiles, and does not with a wrong name", () => {
  const here = makeNodeProject();
  here.write("package.json", '{"type":"module"}');
  const compile = () => here.sh("node node_modules/typescript/bin/tsc --noEmit --strict --target es2022 --module nodenext hook.ts");
  here.write("hook.ts", files.get("hook.ts"));
  const good = compile();
  assert.equal(good.status, 0, good.stdout);
  here.write("hook.ts", files.get("hook.ts").replace("publishOn", "publishedOn"));
  assert.match(compile().stdout, /^hook\.ts\(\d+,\d+\): error TS2551: Property 'publishedOn' does not exist/);
});
