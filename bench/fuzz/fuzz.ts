import { toErrorData } from '../../src/core/errors.ts';
import type { MovieId } from '../../src/core/ids.ts';
import { matchTitles } from '../../src/core/person/match-titles.ts';
import { createRandom, type Random } from '../../src/core/random.ts';
import type { Movie } from '../../src/core/ratings.ts';
import { finish } from '../../src/core/slices.ts';
import type { ArchiveFile } from '../../src/data/containers/archive-file.ts';
import type { Said } from '../../src/data/formats/layout.ts';
import { parseMoviesDat } from '../../src/data/formats/movies-dat.ts';
import { parseTitles } from '../../src/data/formats/titles-table.ts';
import { parseUGenre, parseUItem } from '../../src/data/formats/u-item.ts';
import { parseUUser } from '../../src/data/formats/u-user.ts';
import { parseUsersDat } from '../../src/data/formats/users-dat.ts';
import { parseUsers } from '../../src/data/formats/users-table.ts';
import { readPersonalExport } from '../../src/data/person/read-person.ts';
import { createPhases } from '../../src/data/phases.ts';
import { previewTable } from '../../src/data/preview/preview-table.ts';
import { bareRatings, openRatings, type RatingFiles } from '../../src/data/rating-files.ts';
import { readRatingFiles } from '../../src/data/read-rating-files.ts';
import { mutate, noise, type Reader, seedFiles } from './inputs.ts';

export interface FuzzReport {
  readonly inputs: number;
  readonly read: number;
  /** Refused inputs by the code of the error. */
  readonly refused: Readonly<Record<string, number>>;
  readonly slowestMs: number;
}

const NEVER = new AbortController().signal;
const WORDS = { what: 'The file', remedy: 'Get it again.' };

/**
 * Feeds damaged and random inputs to all parsers. Throws an Error with the input where one does anything but read it or refuse it
 * by a LabError with a sentence and a remedy.
 */
export async function fuzz(inputs: number, seed: number): Promise<FuzzReport> {
  const seeds = await seedFiles();
  const random = createRandom(seed, 'fuzz');
  const refused: Record<string, number> = {};
  let read = 0;
  let slowestMs = 0;
  for (let i = 0; i < inputs; i++) {
    const { reader, bytes } = seeds[random.nextUint32() % seeds.length] as (typeof seeds)[number];
    const input = random.nextUint32() % 8 === 0 ? noise(random) : mutate(bytes, random);
    const start = performance.now();
    const refusal = await refusalOf(reader, input, random);
    slowestMs = Math.max(slowestMs, performance.now() - start);
    if (refusal === null) read++;
    else refused[refusal] = (refused[refusal] ?? 0) + 1;
  }
  return { inputs, read, refused, slowestMs };
}

async function refusalOf(reader: Reader, input: Uint8Array, random: Random): Promise<string | null> {
  try {
    await readAs(reader, input, random);
    return null;
  } catch (thrown) {
    const { code, message, remedy, mapping, tables } = toErrorData(thrown);
    const isSentence = message.length > 5 && message.length < 400 && remedy.length > 5;
    const asks = (code === 'data-unmapped') === (mapping !== undefined) && (code === 'data-tables') === (tables !== undefined);
    if (code === 'crashed' || !isSentence || !asks) {
      throw new Error(`${reader} of ${Buffer.from(input).toString('base64')}: ${message}`, { cause: thrown });
    }
    return code;
  }
}

async function readAs(reader: Reader, input: Uint8Array, random: Random): Promise<void> {
  switch (reader) {
    case 'ratings':
      previewTable(input, 'mine.csv', saidOf(random));
      return await readRatings(bareRatings(asFile(input, random)), random);
    case 'person':
      return await matchPerson(asFile(input, random), random);
    case 'zip':
    case 'tar':
    case 'tar.gz':
    case 'csv.gz':
    case 'parquet':
    case 'xlsx':
      return await readRatings(await openRatings(new File([input as BlobPart], `mine.${reader}`), WORDS, {}, () => {}), random);
    case 'titles':
      return void parseTitles(input, reader, random.nextUint32() % 2 === 0 ? 'book_id' : undefined);
    case 'users':
      return void parseUsers(input, reader);
    case 'movies.dat':
      return void parseMoviesDat(input, reader);
    case 'u.item':
      return void parseUItem(input, reader);
    case 'u.genre':
      return void parseUGenre(input, reader);
    case 'users.dat':
      return void parseUsersDat(input, reader);
    case 'u.user':
      return void parseUUser(input, reader);
  }
}

const asFile = (input: Uint8Array, random: Random): ArchiveFile => ({
  ...{ path: 'mine.csv', name: 'mine.csv', size: input.length },
  pieces: () => cut(input, random),
});

const TITLES: readonly Movie[] = [
  { id: 1 as MovieId, title: 'Heat', year: 1995, genres: [] },
  { id: 2 as MovieId, title: 'The Casino', year: 1995, genres: [] },
  { id: 3 as MovieId, title: 'Fire', year: null, genres: [] },
];

async function matchPerson(file: ArchiveFile, random: Random): Promise<void> {
  const { rows } = await readPersonalExport([file], file.name);
  const options = { hasEditions: random.nextUint32() % 2 === 0, counts: Int32Array.of(3, 2, 1) };
  const matches = finish(matchTitles(rows, TITLES, options));
  if (matches.length !== rows.length) throw new Error('Not every row has its match');
}

/** Mostly nothing; else an answer that may not fit. */
function saidOf(random: Random): Said {
  const pick = <Value>(values: readonly Value[]): Value => values[random.nextUint32() % values.length] as Value;
  switch (random.nextUint32() % 8) {
    case 0:
      return { mapping: { user: 0, item: 1, rating: 2 } };
    case 1:
      return { mapping: { user: 1, item: 0, rating: 2, timestamp: 3, title: 4 }, format: { time: pick(TIMES) } };
    case 2:
      return {
        wide: { rows: pick(['users', 'items']), label: pick([null, 0, 2]), first: pick([0, 1, 3]), blank: pick([null, 0, 99]) },
      };
    case 3:
      return {
        format: {
          encoding: pick(ENCODINGS),
          separator: pick([',', '\t', ';', '|', '::', ' ']),
          skip: pick([0, 1, 3]),
          hasHeader: pick([true, false]),
          decimal: pick(['.', ',']),
        },
      };
    default:
      return {};
  }
}

const TIMES = [
  'plain',
  'yyyymmdd',
  'yyyymmddhhmmss',
  'year',
  'excel',
  'month-first',
  'day-first',
  'year-first',
  'words',
  'none',
] as const;
const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

async function readRatings(files: RatingFiles, random: Random): Promise<void> {
  const { ratings } = await readRatingFiles(
    files,
    saidOf(random),
    createPhases(() => {}, NEVER),
  );
  const { count, users, movies, stars, timestamps, catalogue, userIds } = ratings;
  const fits =
    users.length === count &&
    movies.length === count &&
    stars.every((value) => Number.isFinite(value)) &&
    users.every((user) => user >= 0 && user < userIds.size) &&
    movies.every((movie) => catalogue[movie] !== undefined) &&
    (timestamps === null || timestamps.length === count);
  if (!fits) throw new Error('What was read does not fit together');
}

/** In pieces of any size, as a stream brings it. */
async function* cut(bytes: Uint8Array, random: Random): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; ) {
    const to = at + 1 + (random.nextUint32() % 100);
    yield bytes.subarray(at, to);
    at = to;
  }
}
