import type { RatingColumns } from '../../core/ratings.ts';
import { LARGEST_ID, malformed } from './malformed.ts';

/** How the lines of a file of ratings are laid out. */
export interface RatingLayout {
  /** For the sentences of errors. */
  readonly file: string;
  /** The separator is this character, `repeats` times. */
  readonly separator: ',' | ':';
  readonly repeats: 1 | 2;
  /** Which field holds what, from 0. */
  readonly at: Readonly<Record<'user' | 'movie' | 'stars' | 'timestamp', number>>;
  /** Fields of a line. */
  readonly width: number;
  /** Lines above the first rating. */
  readonly headerLines: number;
}

const LF = 10;
const CR = 13;
const DOT = 46;

/**
 * Reads lines of decimal numbers (LF or CRLF, blank lines allowed) straight from their bytes: no strings, no row objects.
 * Throws a LabError with the line for a field that is not a number or too long for one, an id beyond 2³¹ − 1, or a rating that
 * is not above 0 as a 32-bit number.
 */
export function readRatingLines(bytes: Uint8Array, layout: RatingLayout): RatingColumns {
  const { file, at, width, headerLines } = layout;
  const capacity = countLines(bytes);
  const users = new Int32Array(capacity);
  const movies = new Int32Array(capacity);
  const stars = new Float32Array(capacity);
  const timestamps = new Uint32Array(capacity);
  const fields = new Float64Array(width);
  let count = 0;
  let line = 0;
  for (let from = 0; from < bytes.length; ) {
    line++;
    const end = lineEnd(bytes, from);
    if (line > headerLines && !isBlank(bytes, from, end)) {
      readFields(bytes, from, end, fields, layout, line);
      users[count] = checkId(fields[at.user] as number, 'user', file, line);
      movies[count] = checkId(fields[at.movie] as number, 'movie', file, line);
      stars[count] = checkStars(fields[at.stars] as number, file, line);
      timestamps[count] = checkTime(fields[at.timestamp] as number, file, line);
      count++;
    }
    from = end + 1;
  }
  return {
    users: users.subarray(0, count),
    movies: movies.subarray(0, count),
    stars: stars.subarray(0, count),
    timestamps: timestamps.subarray(0, count),
  };
}

/** Where the line that begins at `from` ends: at its LF, or with the bytes. */
export function lineEnd(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(LF, from);
  return end < 0 ? bytes.length : end;
}

function countLines(bytes: Uint8Array): number {
  let lines = 1;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) lines++;
  return lines;
}

const isBlank = (bytes: Uint8Array, from: number, end: number): boolean =>
  end === from || (end === from + 1 && bytes[from] === CR);

/** Reads the decimal numbers of a line into `fields`. */
function readFields(
  bytes: Uint8Array,
  from: number,
  end: number,
  fields: Float64Array,
  { file, separator, repeats }: RatingLayout,
  line: number,
): void {
  const separatorCode = separator.charCodeAt(0);
  let field = 0;
  let digits = 0;
  let value = 0;
  let divisor = 0; // 0 before the decimal point, then a power of ten
  for (let at = from; at <= end; at++) {
    const code = at < end ? (bytes[at] as number) : separatorCode;
    if (code >= 48 && code <= 57) {
      value = value * 10 + (code - 48);
      divisor *= 10;
      digits++;
    } else if (code === separatorCode) {
      if (repeats === 2 && at < end && bytes[++at] !== separatorCode)
        throw malformed(file, line, `a single “${separator}” stands between two fields`);
      if (digits === 0) throw malformed(file, line, `field ${field + 1} is empty`);
      const number = divisor > 0 ? value / divisor : value;
      if (!(number < Number.POSITIVE_INFINITY)) throw malformed(file, line, `field ${field + 1} is too long`);
      if (field < fields.length) fields[field] = number;
      field++;
      digits = value = divisor = 0;
    } else if (code === DOT && divisor === 0) {
      divisor = 1;
    } else if (!(code === CR && at === end - 1)) {
      throw malformed(file, line, `field ${field + 1} is not a number`);
    }
  }
  if (field !== fields.length) throw malformed(file, line, `there are ${field} fields, not ${fields.length}`);
}

function checkId(id: number, what: string, file: string, line: number): number {
  if (!Number.isInteger(id) || id > LARGEST_ID) {
    throw malformed(file, line, `the ${what} id is not a whole number up to ${LARGEST_ID}`);
  }
  return id;
}

function checkTime(seconds: number, file: string, line: number): number {
  if (seconds >= 2 ** 32) throw malformed(file, line, 'the time is after the year 2106');
  return seconds;
}

function checkStars(stars: number, file: string, line: number): number {
  const stored = Math.fround(stars);
  if (stored === 0) throw malformed(file, line, 'the rating is not above 0');
  if (stored === Number.POSITIVE_INFINITY) throw malformed(file, line, 'the rating is too large');
  return stored;
}
