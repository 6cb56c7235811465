import { LabError } from '../../core/errors.ts';
import type { PersonalExport, PersonalRating, PersonalService } from '../../core/person/person.ts';
import { type ArchiveFile, readHead, readWhole } from '../containers/archive-file.ts';
import { decodeHead, sniffEncoding } from '../formats/encoding.ts';
import { toRating } from '../formats/field-values.ts';
import { HEAD, headLines } from '../formats/head-lines.ts';
import { headTable } from '../formats/head-table.ts';
import { isMissing } from '../formats/missing.ts';
import { splitTitle } from '../formats/movie-fields.ts';
import { guessTime } from '../formats/time-format.ts';
import { toSeconds } from '../formats/times.ts';
import { wholeTable } from '../formats/whole-table.ts';
import { type PersonalColumns, personalColumns } from './services.ts';

const SHOWN = 3;
const HEAD_LINES = 50;
/** The tops of scales of services that are not known. */
const TOPS = [5, 10, 100];

/** Reads the ratings of one person out of the tables of a file of that name. Throws a LabError where it has none. */
export async function readPersonalExport(files: readonly ArchiveFile[], name: string): Promise<PersonalExport> {
  const heads = await Promise.all(files.map((file) => readHead(file, HEAD)));
  const isEmpty = files.length > 0 && heads.every(({ length }) => length === 0);
  if (isEmpty) throw new LabError('data-no-ratings', `“${name}” is empty.`, 'Open another file.');
  const table = personalTable(files, heads);
  const read = table && parsePersonalExport(await readWhole(table, () => {}));
  if (!read)
    throw new LabError(
      'data-no-ratings',
      `“${name}” has no ratings of one person in it.`,
      'Open a table whose first line names the columns, such as Title and My rating, or an export of Letterboxd or IMDb.',
    );
  return read;
}

/** The table of ratings; where there is none, a diary or reviews with ratings. */
function personalTable(files: readonly ArchiveFile[], heads: readonly Uint8Array[]): ArchiveFile | null {
  const found = files.filter((_, at) => {
    const head = heads[at] as Uint8Array;
    const { lines } = headLines(decodeHead(head, sniffEncoding(head)), head.length >= HEAD);
    return isPersonal(headTable(lines.slice(0, HEAD_LINES)));
  });
  return found.find(({ name }) => /rating/i.test(name)) ?? found[0] ?? null;
}

const isPersonal = (table: ReturnType<typeof headTable>): boolean =>
  table?.hasHeader === true && personalColumns(table.columns)?.rating !== undefined;

/** Null where the table is no export of one person's ratings. */
export function parsePersonalExport(bytes: Uint8Array): PersonalExport | null {
  const table = wholeTable(bytes);
  const at = table?.format.hasHeader ? personalColumns(table.columns) : null;
  if (table === null || at === null || at.rating === undefined) return null;
  const { rating: column, time } = at;
  const textOf = (fields: readonly string[], place: number | undefined): string =>
    place === undefined ? '' : (fields[place]?.trim() ?? '');
  const timeFormat = guessTime(table.rows.map(({ fields }) => textOf(fields, time))).format;
  const rows: PersonalRating[] = [];
  const faulty: string[] = [];
  let unrated = 0;
  for (const { line, fields } of table.rows) {
    const written = textOf(fields, column);
    const rating = ratingOf(written);
    const title = splitTitle(textOf(fields, at.title));
    if (rating === 0) unrated++;
    else if (rating === null || title.title === '') faulty.push(`Line ${line}: ${fields.join(' ').slice(0, 80)}`);
    else {
      const otherTitle = textOf(fields, at.otherTitle) || null;
      const seconds = toSeconds(textOf(fields, time), timeFormat);
      rows.push({ line, title: title.title, otherTitle, years: yearsOf(fields, at, title.year), rating, time: seconds });
    }
  }
  const service = serviceFor(at.service, rows);
  const fits = rows.filter(({ rating }) => rating <= service.scale.max);
  for (const { line, rating } of rows) if (rating > service.scale.max) faulty.push(`Line ${line}: the rating ${rating}`);
  return { service, rows: fits, unrated, faulty: { count: faulty.length, lines: faulty.slice(0, SHOWN) } };
}

/** 0 where nothing was rated, null where that cannot be read. */
function ratingOf(written: string): number | null {
  if (isMissing(written)) return 0;
  try {
    const rating = toRating(written);
    return rating < 0 ? null : rating;
  } catch {
    return null;
  }
}

function yearsOf(fields: readonly string[], { years }: PersonalColumns, inTitle: number | null): readonly number[] {
  const found = years.map((column) => Number(/\d{4}/.exec(fields[column] ?? '')?.[0] ?? 0));
  return [...new Set([...found, inTitle ?? 0])].filter((year) => year > 0);
}

/** The scale of a service that is not known ends at 5, 10 or 100, where its ratings do. */
function serviceFor(service: PersonalService, rows: readonly PersonalRating[]): PersonalService {
  if (service.name !== null) return service;
  const most = rows.reduce((top, { rating }) => Math.max(top, rating), 0);
  return { ...service, scale: { min: 0, max: TOPS.find((top) => top >= most) ?? most } };
}
