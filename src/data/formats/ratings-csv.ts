import type { RatingColumns } from '../../core/ratings.ts';
import { columnsOf, LARGEST_ID, malformed } from './csv.ts';

const FILE = 'ratings.csv';
const COMMA = 44;
const LF = 10;
const CR = 13;
const DOT = 46;

/**
 * Reads GroupLens' ratings.csv (userId,movieId,rating,timestamp in any column order, LF or CRLF) straight from its bytes: no
 * strings, no row objects. Throws a LabError with the line for a field that is not a number or too long for one, an id beyond
 * 2³¹ − 1, or a rating that is not above 0 as a 32-bit number.
 */
export function parseRatingsCsv(bytes: Uint8Array): RatingColumns {
  const headerEnd = lineEnd(bytes, 0);
  const header = new TextDecoder()
    .decode(bytes.subarray(0, headerEnd))
    .replace(/^\uFEFF|\r$/g, '')
    .split(',');
  const at = columnsOf(header, ['userId', 'movieId', 'rating', 'timestamp'], FILE);
  const capacity = countLines(bytes, headerEnd);
  const columns = {
    users: new Int32Array(capacity),
    movies: new Int32Array(capacity),
    stars: new Float32Array(capacity),
    timestamps: new Float64Array(capacity),
  };
  const fields = new Float64Array(header.length);
  let count = 0;
  let line = 2;
  for (let from = headerEnd + 1; from < bytes.length; line++) {
    const end = lineEnd(bytes, from);
    if (!isBlank(bytes, from, end)) {
      readFields(bytes, from, end, fields, line);
      columns.users[count] = checkId(fields[at.userId], 'user', line);
      columns.movies[count] = checkId(fields[at.movieId], 'movie', line);
      columns.stars[count] = checkStars(fields[at.rating], line);
      columns.timestamps[count] = fields[at.timestamp] as number;
      count++;
    }
    from = end + 1;
  }
  return {
    users: columns.users.subarray(0, count),
    movies: columns.movies.subarray(0, count),
    stars: columns.stars.subarray(0, count),
    timestamps: columns.timestamps.subarray(0, count),
  };
}

function lineEnd(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(LF, from);
  return end < 0 ? bytes.length : end;
}

function countLines(bytes: Uint8Array, from: number): number {
  let lines = 1;
  for (let at = bytes.indexOf(LF, from); at >= 0; at = bytes.indexOf(LF, at + 1)) lines++;
  return lines;
}

const isBlank = (bytes: Uint8Array, from: number, end: number): boolean =>
  end === from || (end === from + 1 && bytes[from] === CR);

/** Reads decimal numbers between commas into `fields`. */
function readFields(bytes: Uint8Array, from: number, end: number, fields: Float64Array, line: number): void {
  let field = 0;
  let digits = 0;
  let value = 0;
  let divisor = 0; // 0 before the decimal point, then a power of ten
  for (let at = from; at <= end; at++) {
    const code = at < end ? (bytes[at] as number) : COMMA;
    if (code === COMMA) {
      if (digits === 0) throw malformed(FILE, line, `field ${field + 1} is empty`);
      const number = divisor > 0 ? value / divisor : value;
      if (!(number < Number.POSITIVE_INFINITY)) throw malformed(FILE, line, `field ${field + 1} is too long`);
      if (field < fields.length) fields[field] = number;
      field++;
      digits = value = divisor = 0;
    } else if (code === DOT && divisor === 0) {
      divisor = 1;
    } else if (code >= 48 && code <= 57) {
      value = value * 10 + (code - 48);
      divisor *= 10;
      digits++;
    } else if (!(code === CR && at === end - 1)) {
      throw malformed(FILE, line, `field ${field + 1} is not a number`);
    }
  }
  if (field !== fields.length) throw malformed(FILE, line, `there are ${field} fields, not ${fields.length}`);
}

function checkId(id: number | undefined, what: string, line: number): number {
  if (id === undefined || !Number.isInteger(id) || id > LARGEST_ID) {
    throw malformed(FILE, line, `the ${what} id is not a whole number up to ${LARGEST_ID}`);
  }
  return id;
}

function checkStars(stars: number | undefined, line: number): number {
  const stored = Math.fround(stars ?? 0);
  if (stored === 0) throw malformed(FILE, line, 'the rating is not above 0');
  if (stored === Number.POSITIVE_INFINITY) throw malformed(FILE, line, 'the rating is too large');
  return stored;
}
