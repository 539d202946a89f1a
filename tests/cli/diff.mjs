// A line diff for people: "  same", "- expected", "+ actual", with invisible characters made visible.

export function diffLines(expected, actual) {
  const common = commonSuffixes(expected, actual);
  const out = [];
  let i = 0;
  let j = 0;
  while (i < expected.length || j < actual.length) {
    if (i < expected.length && j < actual.length && expected[i] === actual[j]) {
      out.push(`  ${visible(expected[i])}`);
      i += 1;
      j += 1;
    } else if (j >= actual.length || (i < expected.length && common[i + 1][j] >= common[i][j + 1])) {
      out.push(`- ${visible(expected[i])}`);
      i += 1;
    } else {
      out.push(`+ ${visible(actual[j])}`);
      j += 1;
    }
  }
  return out;
}

// common[i][j] is the length of the longest common subsequence of expected[i..] and actual[j..].
function commonSuffixes(expected, actual) {
  const common = Array.from({ length: expected.length + 1 }, () => new Uint32Array(actual.length + 1));
  for (let i = expected.length - 1; i >= 0; i -= 1) {
    for (let j = actual.length - 1; j >= 0; j -= 1) {
      common[i][j] =
        expected[i] === actual[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
    }
  }
  return common;
}

function visible(line) {
  return line
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, escapeCharacter)
    .replace(/ +$/, (blanks) => "␠".repeat(blanks.length));
}

function escapeCharacter(character) {
  if (character === "\t") return "\\t";
  if (character === "\r") return "\\r";
  return `\\u{${character.codePointAt(0).toString(16)}}`;
}
