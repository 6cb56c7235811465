const ENCODER = new TextEncoder();
const AWKWARD = /[",\r\n]|^\s|\s$/;

/** Rows of values as lines of CSV, which is what tables are read from. */
export function csvLines(rows: readonly (readonly unknown[])[]): Uint8Array {
  return ENCODER.encode(rows.map((row) => `${row.map(fieldOf).join(',')}\n`).join(''));
}

function fieldOf(value: unknown): string {
  const text = textOf(value);
  return AWKWARD.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString();
  if (Array.isArray(value)) return value.map(textOf).join('|');
  return typeof value === 'object'
    ? JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? String(inner) : inner))
    : String(value);
}
