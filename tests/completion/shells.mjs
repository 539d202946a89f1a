// Completion as a user sees it: keys are typed into the real shells, and the resulting line is compared.
//
//     node shells.mjs --program PATH
//
// bash and zsh run in a terminal of their own (util-linux `script`), with a key that prints the line. fish is run
// with `complete -C`, which prints what it would offer.
//
// Needs: bash, fish, script, zsh

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { environment } from "../support/environment.mjs";

const { values } = parseArgs({ options: { program: { type: "string" } } });
const program = resolve(values.program);
const committed = resolve(dirname(fileURLToPath(import.meta.url)), "../../completions");
const files = { bash: "hookspect.bash", zsh: "_hookspect", fish: "hookspect.fish" };
const folder = mkdtempSync(join(tmpdir(), "hookspect-completion-"));
const env = environment({
  PATH: `${dirname(program)}:${process.env.PATH}`,
  HOME: folder,
  ZDOTDIR: folder,
  TERM: "xterm",
});

// What is typed before TAB, and the whole line after it. A space at the end means that the word is finished.
const lines = [
  ["hookspect val", "hookspect validate "],
  ["hookspect help expl", "hookspect help explain "],
  ["hookspect validate --no-such", "hookspect validate --no-such"],
  ["hookspect validate --strict --col", "hookspect validate --strict --color "],
  ["hookspect validate --color al", "hookspect validate --color always "],
  ["hookspect validate --color=al", "hookspect validate --color=always "],
  ["hookspect validate -f nd", "hookspect validate -f ndjson "],
  ["hookspect validate --ignore enum,untr", "hookspect validate --ignore enum,untranslated "],
  ["hookspect show --from fo", "hookspect show --from form "],
  ["hookspect show --event interaction.cr", "hookspect show --event interaction.created "],
  ["hookspect get campaign.ti", "hookspect get campaign.title"],
  ["hookspect get campaign.id,campaign.cre", "hookspect get campaign.id,campaign.created "],
  ["hookspect get /person/ema", "hookspect get /person/ema"],
  ["hookspect get /person/grou", "hookspect get /person/groups "],
  ["hookspect get campaign.id twel", "hookspect get campaign.id twelve.json "],
  ["hookspect filter event.resource==cam", "hookspect filter event.resource==campaign"],
  ["hookspect filter 'event.resource == cam", "hookspect filter 'event.resource == campaign"],
  ['hookspect filter "interaction.state in (PENDING, REJ', 'hookspect filter "interaction.state in (PENDING, REJECTED'],
  ["hookspect filter 'interaction.st", "hookspect filter 'interaction.state"],
  ["hookspect filter 'interaction.state kn", "hookspect filter 'interaction.state known"],
  ["hookspect show --where 'person.hid", "hookspect show --where 'person.hidden"],
  ["hookspect get 'campaign.ti", "hookspect get 'campaign.title"],
  ["hookspect get 'campaign.id,campaign.cre", "hookspect get 'campaign.id,campaign.created' "],
  ["hookspect filter \"campaign.title.nl contains 'x y' and event.na", "hookspect filter \"campaign.title.nl contains 'x y' and event.name"],
  ["hookspect filter 'rule == garb", "hookspect filter 'rule == garbled-text"],
  ["hookspect explain timestamp", "hookspect explain timestamp-unit "],
  ["hookspect completion z", "hookspect completion zsh "],
  ["hookspect twel", "hookspect twelve.json "],
];

function script(shell) {
  const made = spawnSync(program, ["completion", shell], { env, encoding: "utf8" });
  assert.equal(made.status, 0);
  return made.stdout;
}

// The lines after each TAB.
async function typed(command, starts) {
  const shell = spawn("script", ["-qec", command, "/dev/null"], { cwd: folder, env });
  let output = "";
  let wake = () => {};
  shell.stdout.on("data", (data) => {
    output += data;
    wake();
  });
  const seen = async (text) => {
    const end = Date.now() + 30_000;
    while (!text.test(output)) {
      assert.ok(Date.now() < end, `waited for ${text}, but the terminal has:\n${output}`);
      await new Promise((done) => {
        wake = done;
        setTimeout(done, 200);
      });
    }
    const found = output.match(text);
    output = "";
    return found;
  };
  try {
    await seen(/READY/);
    const results = [];
    for (const start of starts) {
      shell.stdin.write(`${start}\t\x18`);
      results.push((await seen(/LINE\[(.*)\]END/))[1]);
    }
    return results;
  } finally {
    shell.stdin.end();
    shell.kill("SIGKILL");
  }
}

const setups = {
  bash: {
    file: "bashrc",
    command: (file) => `bash --noprofile --rcfile ${file} -i`,
    text: `PS1=
bind 'set enable-bracketed-paste off'
bind 'set bell-style none'
source ${join(committed, files.bash)}
show() { printf 'LINE[%s]END\\n' "$READLINE_LINE"; READLINE_LINE=; }
bind -x '"\\C-x": show'
echo READY
`,
  },
  zsh: {
    file: ".zshrc",
    command: () => "zsh -i",
    text: `PS1=
fpath=(${committed} $fpath)
autoload -Uz compinit
compinit -u -D
unsetopt beep
show() { print -r -- "LINE[$BUFFER]END"; BUFFER=; }
zle -N show
bindkey -r '^X'
bindkey '^X' show
KEYTIMEOUT=1
echo READY
`,
  },
};

async function testTyping(shell) {
  const setup = setups[shell];
  const file = join(folder, setup.file);
  writeFileSync(file, setup.text);
  const results = await typed(setup.command(file), lines.map(([start]) => start));
  for (const [index, [start, expected]] of lines.entries()) {
    // zsh removes the space that it added when the line is read; shells differ in when they close quotes.
    assert.equal(results[index].replace(/['"]? ?$/, ""), expected.replace(/['"]? ?$/, ""), `${shell}: ${start}`);
    if (shell === "bash") assert.equal(results[index], expected, `${shell}: ${start}`);
  }
}

function testFish() {
  for (const [start, expected] of lines) {
    const asked = `source ${join(committed, files.fish)}; complete -C "$argv[1]"`;
    const answer = spawnSync("fish", ["--no-config", "-c", asked, start], { cwd: folder, env, encoding: "utf8" });
    assert.equal(answer.status, 0, answer.stderr);
    const offered = answer.stdout.split("\n").map((line) => line.split("\t")[0]).filter(Boolean);
    const word = expected.trimEnd().replace(/['"]$/, "");
    const offersIt = offered.some((one) => word.endsWith(one));
    assert.equal(offersIt, start !== word, `fish: ${start}: ${offered.join(" | ")}`);
  }
}

try {
  for (const [shell, file] of Object.entries(files)) {
    const current = readFileSync(join(committed, file), "utf8") === script(shell);
    assert.ok(current, `completions/${file} is not what \`hookspect completion ${shell}\` prints: write it again`);
  }
  writeFileSync(join(folder, "twelve.json"), "{}");
  await testTyping("bash");
  await testTyping("zsh");
  testFish();
  console.log(`${lines.length} lines completed in bash, zsh and fish`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
