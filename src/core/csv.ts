export type CsvCell = string | number | boolean | null;

/** A row as a line of a CSV file. A text that a spreadsheet would take for a formula gets an apostrophe before it. */
export const csvLine = (row: readonly CsvCell[]): string => `${row.map(writeCell).join(',')}\r\n`;

function writeCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
