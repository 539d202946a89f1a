// Transcripts of a shell session: the text format of end-to-end cases.
//
//     # A title or comment. It ends the previous case.
//     $ hookspect show testdata/one.json |
//     >   head -n 1
//     the exact standard output
//     2| the exact standard error, line by line
//     [1]
//
// `$ `    starts a case: a command for `sh`. Lines that begin with `> ` continue the command.
// `# `    is a comment (`#` alone too).
// `2| `   is a line of standard error (`2|` alone is an empty one).
// `[N]`   is the exit status and the case's last line; without it the status must be 0.
// `[no newline]` says that the line above it, of either stream, ends without a newline.
// `\`     at the start of a line is removed, and the rest is output, whatever it looks like: `\$ 5`, `\# x`,
//         `\[1]`, `\2| x`, `\> x` directly after a command, and `\\` for output that begins with a backslash.
// `␛`     anywhere in output is the byte ESC, which begins terminal control sequences.
// All other lines are standard output. Blank lines at the end of a case only separate it from the next one:
// for output that ends in an empty line, write `\` there.
//
// The order in time between lines of the two streams is not checked.

// One case: { line, command, stdout, stderr, status }. The streams are strings, line counts from 1.
// Throws an Error that names the line at which the text is not a transcript.
export function parseTranscript(text, firstLine = 1) {
  const cases = [];
  let current = null;
  const finish = () => {
    if (current) cases.push(finished(current));
    current = null;
  };
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  for (const [index, line] of lines.entries()) {
    const number = firstLine + index;
    if (line === "#" || line.startsWith("# ")) {
      finish();
    } else if (line.startsWith("$ ")) {
      finish();
      current = { line: number, command: [line.slice(2)], output: [], status: null };
    } else if (!current) {
      if (line !== "") throw new Error(`line ${number}: output without a command: ${line}`);
    } else if (line.startsWith("> ") && current.output.length === 0 && current.status === null) {
      current.command.push(line.slice(2));
    } else if (current.status !== null) {
      if (line !== "") throw new Error(`line ${number}: the exit status is the last line of a case: ${line}`);
    } else if (/^\[\d+\]$/.test(line)) {
      current.status = Number(line.slice(1, -1));
    } else if (line === "[no newline]") {
      const last = current.output.at(-1);
      if (!last) throw new Error(`line ${number}: [no newline] has no line above it`);
      last.newline = "";
    } else {
      current.output.push(outputLine(line));
    }
  }
  finish();
  return cases;
}

function outputLine(line) {
  if (line.startsWith("\\")) return { stream: "stdout", text: line.slice(1), newline: "\n" };
  if (line === "2|") return { stream: "stderr", text: "", newline: "\n" };
  if (line.startsWith("2| ")) return { stream: "stderr", text: line.slice(3), newline: "\n" };
  return { stream: "stdout", text: line, newline: "\n", blank: line === "" };
}

function finished({ line, command, output, status }) {
  while (output.at(-1)?.blank) output.pop();
  const stream = (name) =>
    output
      .filter((each) => each.stream === name)
      .map((each) => each.text + each.newline)
      .join("")
      .replaceAll("␛", "\x1b");
  return { line, command: command.join("\n"), stdout: stream("stdout"), stderr: stream("stderr"), status: status ?? 0 };
}

// The cases of all ```console blocks of a Markdown text, by the same rules. A case of such a block that has no
// `2| ` line is marked `merged`: its output is both streams as a terminal shows them.
export function parseMarkdown(text) {
  const cases = [];
  let block = null;
  for (const [index, line] of text.split("\n").entries()) {
    if (block) {
      if (line.trim() === block.fence) {
        cases.push(...parseTranscript(block.lines.join("\n"), block.firstLine));
        block = null;
      } else {
        block.lines.push(line.startsWith(block.indent) ? line.slice(block.indent.length) : line.trimStart());
      }
      continue;
    }
    const start = /^( *)(```+)console$/.exec(line);
    if (start) block = { indent: start[1], fence: start[2], firstLine: index + 2, lines: [] };
  }
  if (block) throw new Error(`line ${block.firstLine - 1}: the console block does not end`);
  return cases.map((each) => ({ ...each, merged: each.stderr === "" }));
}

// The cases of a manual page in mdoc: the `.Bd -literal` blocks whose first line begins with `$ `, by the same rules
// as in Markdown. In the section EXAMPLES every literal block must be one. In a block, these roff escapes are
// supported: \e for a backslash, \&, \-, \(aq and \(dq.
export function parseManual(text) {
  const cases = [];
  let section = "";
  let block = null;
  for (const [index, line] of text.split("\n").entries()) {
    if (!block) {
      if (line.startsWith(".Sh ")) section = line.slice(4);
      if (line.startsWith(".Bd -literal")) block = { firstLine: index + 2, lines: [] };
    } else if (line !== ".Ed") {
      block.lines.push(line);
    } else {
      if (block.lines[0]?.startsWith("$ ")) cases.push(...parseTranscript(literal(block), block.firstLine));
      else if (section === "EXAMPLES") throw new Error(`line ${block.firstLine}: an example begins with "$ "`);
      block = null;
    }
  }
  if (block) throw new Error(`line ${block.firstLine - 1}: the literal block does not end`);
  return cases.map((each) => ({ ...each, merged: each.stderr === "" }));
}

const roffEscapes = { "\\e": "\\", "\\&": "", "\\-": "-", "\\(aq": "'", "\\(dq": '"' };

function literal({ lines, firstLine }) {
  const plain = lines.map((line, index) => {
    if (/^[.']/.test(line)) throw new Error(`line ${firstLine + index}: roff reads this as a request: ${line}`);
    return line.replace(/\\(\(..|.|$)/g, (escape) => {
      if (escape in roffEscapes) return roffEscapes[escape];
      throw new Error(`line ${firstLine + index}: unknown escape ${escape}`);
    });
  });
  return plain.join("\n");
}

// The inverse of parseTranscript: the lines of a transcript with this outcome.
export function renderOutcome({ stdout, stderr, status }) {
  const lines = [...renderStream(stdout, escapeLine), ...renderStream(stderr, (line) => (line ? `2| ${line}` : "2|"))];
  if (status !== 0) lines.push(`[${status}]`);
  return lines;
}

function renderStream(text, mark) {
  if (text === "") return [];
  const lines = text.replaceAll("\x1b", "␛").split("\n");
  const last = lines.pop();
  return last === "" ? lines.map(mark) : [...lines.map(mark), mark(last), "[no newline]"];
}

function escapeLine(line, index, lines) {
  if (line === "" && index === lines?.length - 1) return "\\";
  return /^(\\|\$ |# |#$|> |2\| |2\|$|\[\d+\]$|\[no newline\]$)/.test(line) ? `\\${line}` : line;
}
