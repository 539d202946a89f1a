// Terminal output as SVG: plain text in a monospaced font, so that it is sharp, small and searchable. The colours
// follow the reader's choice of a light or a dark page.

const cell = { width: 8.4, height: 18 };
const margin = { side: 14, top: 40, bottom: 14 };

// The SGR codes (ECMA-48, 8.3.117) that hookspect uses.
const classes = { 1: "b", 2: "d", 31: "r", 32: "g", 33: "y", 34: "u", 36: "c" };

const style = `
  .page { fill: #ffffff; stroke: #d0d7de }
  text { font: 14px ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; fill: #1f2328 }
  .b { font-weight: bold } .d { fill: #6e7781 } .r { fill: #c2262e } .g { fill: #1a7f37 } .y { fill: #8a5a00 }
  .u { fill: #0550ae } .c { fill: #0b6e7f } .dot { fill: #d0d7de }
  @media (prefers-color-scheme: dark) {
    .page { fill: #0d1117; stroke: #30363d } text { fill: #e6edf3 } .d { fill: #8b949e } .r { fill: #ff7b72 }
    .g { fill: #56d364 } .y { fill: #e3b341 } .u { fill: #79c0ff } .c { fill: #76e3ea } .dot { fill: #30363d }
  }
`;

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

// The width of a text in columns. The pictures contain only characters that are one column wide.
const columnsOf = (text) => [...text].length;

// The runs of a line with the same style: { column, text, look }.
function runs(line) {
  const found = [];
  let look = [];
  let column = 0;
  for (const [, codes, text] of line.matchAll(/\x1b\[([\d;]*)m|([^\x1b]+)/g)) {
    if (text !== undefined) {
      found.push({ column, text, look: look.join(" ") });
      column += columnsOf(text);
    } else {
      const numbers = codes.split(";").map(Number);
      look = numbers.includes(0) ? [] : [...look, ...numbers.map((number) => classes[number])];
    }
  }
  return found;
}

// SVG collapses spaces, so text between several spaces becomes an element of its own.
const pieces = (run) =>
  [...run.text.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => ({
    ...run,
    text,
    column: run.column + columnsOf(run.text.slice(0, index)),
  }));

function line(text, row) {
  const y = margin.top + (row + 0.75) * cell.height;
  return runs(text)
    .flatMap(pieces)
    .map(({ column, text: piece, look }) => {
      const x = (margin.side + column * cell.width).toFixed(1);
      const width = (columnsOf(piece) * cell.width).toFixed(1);
      const attributes = look ? ` class="${look}"` : "";
      return `<text x="${x}" y="${y}" textLength="${width}"${attributes}>${escaped(piece)}</text>`;
    })
    .join("\n");
}

// The picture of a command and its output, which may contain SGR sequences, in a terminal with so many columns.
export function picture(command, output, columns) {
  const lines = [`\x1b[2m$\x1b[0m \x1b[1m${command}\x1b[0m`, "", ...output.replace(/\n$/, "").split("\n")];
  const width = Math.ceil(margin.side * 2 + columns * cell.width);
  const height = margin.top + lines.length * cell.height + margin.bottom;
  const dots = [0, 1, 2].map((i) => `<circle class="dot" cx="${margin.side + 6 + i * 18}" cy="18" r="5"/>`).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escaped(command)}</title>
<style>${style}</style>
<rect class="page" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="8"/>
${dots}
${lines.map(line).filter(Boolean).join("\n")}
</svg>
`;
}
