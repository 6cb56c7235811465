// @ts-check
/**
 * A Markdown table whose columns also stand below each other in a terminal.
 *
 * @param {readonly string[]} columns
 * @param {readonly (readonly string[])[]} rows
 * @returns {string}
 */
export function table(columns, rows) {
  const widths = columns.map((column, i) => Math.max(column.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  return [line(columns), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n');
}
