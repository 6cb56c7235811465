/// <reference path="./saxen.d.ts" />
import { Parser } from 'saxen';
import { LabError } from '../../core/errors.ts';
import { type ArchiveFile, type FileWords, readWhole } from './archive-file.ts';
import { csvLines } from './csv-text.ts';

type Attributes = Readonly<Record<string, string>>;

const MOST_COLUMNS = 16_384;

/**
 * The sheets of an Excel workbook, each as CSV; days are numbers, as Excel keeps them. `name` is what the workbook is called. Throws a
 * LabError where it is damaged.
 */
export async function sheetsOf(files: readonly ArchiveFile[], name: string, words: FileWords): Promise<readonly ArchiveFile[]> {
  const textOf = async (path: string): Promise<string> => {
    const file = files.find((candidate) => candidate.path === path);
    return file ? new TextDecoder().decode(await readWhole(file, () => {})) : '';
  };
  const targets = new Map<string, string>();
  walk(await textOf('xl/_rels/workbook.xml.rels'), words, {
    open: (tag, { Id, Target }) => void (tag === 'Relationship' && targets.set(Id ?? '', pathOf(Target ?? ''))),
  });
  const sheets: { readonly title: string; readonly path: string }[] = [];
  walk(await textOf('xl/workbook.xml'), words, {
    open: (tag, attributes) => {
      const path = targets.get(attributes['r:id'] ?? '');
      if (tag === 'sheet' && path !== undefined) sheets.push({ title: attributes.name ?? '', path });
    },
  });
  const shared = sharedTexts(await textOf('xl/sharedStrings.xml'), words);
  return sheets.map(({ title, path }) => ({
    path: `${name}:${title}`,
    name: `${name}:${title}`,
    size: 0,
    pieces: async function* () {
      yield csvLines(rowsOf(await textOf(path), shared, words));
    },
  }));
}

const pathOf = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

interface Visitor {
  open?(tag: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(tag: string): void;
}

/** Goes through XML; names of elements come without their prefix. */
function walk(xml: string, { what, remedy }: FileWords, { open, text, close }: Visitor): void {
  if (xml === '') return;
  const parser = new Parser();
  const plain = (tag: string): string => tag.slice(tag.indexOf(':') + 1);
  let fault: unknown = null;
  parser.on('error', (error: unknown) => {
    fault ??= error;
  });
  parser.on('openTag', (tag, attributes, decode) => {
    const decoded = Object.entries(attributes()).map(([key, value]) => [key, decode(value)]);
    open?.(plain(tag), Object.fromEntries(decoded));
  });
  if (text) {
    parser.on('text', (value, decode) => text(decode(value)));
    parser.on('cdata', (value: string) => text(value));
  }
  parser.on('closeTag', (tag) => close?.(plain(tag)));
  try {
    parser.parse(xml);
  } catch (cause) {
    fault ??= cause;
  }
  if (fault !== null)
    throw new LabError('data-not-zip', `${what} is an Excel workbook that is damaged.`, remedy, { cause: fault });
}

/** Texts that cells name by their number; what is said of pronunciation is no part of them. */
function sharedTexts(xml: string, words: FileWords): readonly string[] {
  const texts: string[] = [];
  let inside: string | null = null;
  let isSpoken = false;
  walk(xml, words, {
    open(tag) {
      if (tag === 'si') texts.push('');
      if (tag === 'rPh') isSpoken = true;
      inside = tag;
    },
    text(text) {
      if (inside === 't' && !isSpoken) texts.push(`${texts.pop() ?? ''}${text}`);
    },
    close(tag) {
      if (tag === 'rPh') isSpoken = false;
      inside = null;
    },
  });
  return texts;
}

function rowsOf(xml: string, shared: readonly string[], words: FileWords): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let cell: { readonly column: number; readonly kind: string; text: string } | null = null;
  let isValue = false;
  walk(xml, words, {
    open(tag, { r = '', t = 'n' }) {
      if (tag === 'row') rows.push([]);
      if (tag === 'c') cell = { column: columnOf(r) ?? rows.at(-1)?.length ?? 0, kind: t, text: '' };
      isValue = tag === 'v' || tag === 't';
    },
    text(text) {
      if (isValue && cell) cell.text += text;
    },
    close(tag) {
      isValue = false;
      const row = rows.at(-1);
      if (tag !== 'c' || cell === null || row === undefined) return;
      // Cells that are only coloured hold nothing.
      if (cell.text === '') return;
      while (row.length < cell.column) row.push('');
      const { kind, text } = cell;
      row[cell.column] = kind === 's' ? (shared[Number(text)] ?? '') : kind === 'e' ? '' : text;
      cell = null;
    },
  });
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  // Empty cells at the end of a row are not written.
  return rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}

/** 0 of A1, 27 of AB7; null of no place. */
function columnOf(place: string): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(place)?.[0];
  if (letters === undefined) return null;
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return column < MOST_COLUMNS ? column : null;
}
