// What was measured, as a Markdown table.

import { median, short } from './measure.mjs';

const units = { speed: '×', cost: '×', peak: ' MiB', threads: '×' };

function target({ kind, least, most, aim }) {
  const unit = units[kind];
  const parts = [];
  if (least) parts.push(`≥ ${least}${unit}`);
  if (most) parts.push(`≤ ${most}${unit}`);
  if (aim) parts.push(`aim ${aim}${unit}`);
  return parts.join(', ');
}

/** An aim without a limit cannot be missed. */
function verdict({ least, most, aim }, value) {
  if (least === undefined && most === undefined) return aim === undefined ? '' : value >= aim ? 'yes' : 'not yet';
  return (least === undefined || value >= least) && (most === undefined || value <= most) ? 'yes' : '**no**';
}

/** A line for a row with its `values`, one per round, or with the reason why there are none. */
function line({ row, values, note, missing }) {
  const cells = [row.what, row.peer ?? note ?? '', target(row)];
  if (missing) return [...cells, `— (${missing})`, '', ''];
  const value = median(values);
  const range = `${short(Math.min(...values))}–${short(Math.max(...values))}`;
  return [...cells, short(value) + units[row.kind], range, verdict(row, value)];
}

export function table(results) {
  const rows = [
    ['hookspect', 'compared with', 'target', 'median', 'range', 'met'],
    ['---', '---', '---', '--:', '--:', '---'],
    ...results.map(line),
  ];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
