import type { Cleaned } from '../core/clean/clean.ts';
import { type Cleaning, isUncleaned, UNCLEANED } from '../core/clean/cleaning.ts';
import { isPlain, type RatingColumn } from '../core/clean/findings.ts';
import type { BesideLayout, DataLayout } from '../core/data-source.ts';
import type { DataSummary } from '../core/data-summary.ts';
import { LabError } from '../core/errors.ts';
import { fetchPart } from '../core/fetch-part.ts';
import { inSlices } from '../core/in-slices.ts';
import { JOIN_PASSES, type JoinedRatings, joinInSlices } from '../core/join-ratings.ts';
import type { LoadNote } from '../core/load-notes.ts';
import { countValues, findScale } from '../core/rating-scale.ts';
import type { MovieRecord, RatingColumns } from '../core/ratings.ts';
import { finish } from '../core/slices.ts';
import type { joinDemographics } from './demographics.ts';
import type { Layout, Said } from './formats/layout.ts';
import type { Phases, ReportPhase } from './phases.ts';
import { type RatingFiles, readRatings } from './rating-files.ts';

/** What was found out about the ratings. */
export type Findings = Pick<DataSummary, 'feedback' | 'suspects' | 'readScale'>;

interface CountedRatings extends JoinedRatings {
  readonly findings: Findings;
  /** Which ratings count, in a few words; empty where all do. */
  readonly described: string;
}

interface ReadRatingFiles extends CountedRatings {
  readonly layout: DataLayout;
}

/**
 * Reads the ratings and joins them with the movies and users beside them. Throws a LabError with file and line where one is
 * malformed, with a question where it is not clear which column holds what, and where there is nothing to learn.
 */
export async function readRatingFiles(
  files: RatingFiles,
  said: Said,
  phases: Phases,
  cleaning: Cleaning = UNCLEANED,
): Promise<ReadRatingFiles> {
  const read = await phases.run('parse', (report) => readRatings(files, said, report));
  const { columns, records, missingTimes, layout } = read;
  // One to train on, one to check on.
  if (columns.stars.length < 2) {
    const message = `${files.tables[0].name} has ${columns.stars.length === 0 ? 'no ratings' : 'a single rating'} in it.`;
    throw new LabError('data-no-ratings', message, 'Use a file with ratings.');
  }
  const titles = files.movies.records ?? (records.length > 0 ? records : null);
  const { ratings, notes, findings, described } = await phases.run('join', (report) =>
    joinColumns(columns, titles, report, cleaning, ratingColumnOf(layout)),
  );
  const users = files.users.records && (await demographicsOf(ratings, files.users.records));
  return {
    ratings: users ? { ...ratings, demographics: users.demographics } : ratings,
    findings,
    described,
    notes: [
      ...read.notes,
      ...files.movies.notes,
      ...files.users.notes,
      ...notes,
      ...timeNotes(missingTimes),
      ...(users?.notes ?? []),
    ],
    layout: describeLayout(layout, files),
  };
}

async function demographicsOf(...of: Parameters<typeof joinDemographics>): Promise<ReturnType<typeof joinDemographics>> {
  return (await fetchPart(() => import('./demographics.ts'))).joinDemographics(...of);
}

function describeLayout(layout: Layout, { tables, container, movies, users, parts }: RatingFiles): DataLayout {
  const [{ name: file }, ...more] = tables;
  const beside = {
    container,
    file,
    ...(more.length > 0 && { more: more.map(({ name }) => name) }),
    ...(parts && { parts }),
    hasTitles: movies.records !== null,
    hasUsers: users.records !== null,
    ...(movies.layout && !isGrouplens(movies.layout) && { titles: movies.layout }),
    ...(users.layout && { users: users.layout }),
  };
  switch (layout.format) {
    case 'json-lines':
      return { ...beside, format: layout.format, columns: layout.keys };
    case 'table':
      return { ...beside, format: layout.format, columns: { at: layout.rows.at, header: layout.header, format: layout.table } };
    case 'wide':
      return { ...beside, format: layout.format, columns: { wide: layout.wide, format: layout.table } };
    default:
      return { ...beside, format: layout.format, columns: null };
  }
}

/** movies.csv as GroupLens writes it. */
const isGrouplens = ({ file, format, at }: BesideLayout): boolean =>
  file === 'movies.csv' &&
  format.separator === ',' &&
  format.encoding === 'utf-8' &&
  [at.item, at.title, at.genres].join() === '0,1,2';

/** As `joinRatings`, of the ratings that count, with pauses in which a cancel may come in. */
export async function joinColumns(
  columns: RatingColumns,
  titles: readonly MovieRecord[] | null,
  report: ReportPhase,
  cleaning: Cleaning = UNCLEANED,
  column: RatingColumn = { name: undefined, exists: true },
): Promise<CountedRatings> {
  const all = JOIN_PASSES * columns.stars.length;
  let before = 0;
  const onRows = (rows: number): void => report(Math.min(1, (before + rows) / all));
  const tally = await inSlices(countValues(columns.stars), onRows);
  before = columns.stars.length;
  const found = isPlain(tally, column) && isUncleaned(cleaning) ? finish(findScale(columns.stars, tally)) : null;
  if (found?.off === 0) {
    const joined = await inSlices(joinInSlices(columns, titles, found.scale), onRows);
    report(1);
    return { ...joined, findings: {}, described: '' };
  }
  const { cleanColumns, describeCleaning } = await fetchPart(() => import('../core/clean/clean.ts'));
  const { scale, ...cleaned } = await inSlices(cleanColumns(columns, cleaning, column, tally), onRows);
  const { ratings, notes } = await inSlices(joinInSlices(cleaned.columns, titles, scale), onRows);
  report(1);
  return { ratings, notes: [...cleaned.notes, ...notes], findings: findingsOf(cleaned), described: describeCleaning(cleaning) };
}

function findingsOf({ feedback, suspects, readScale }: Omit<Cleaned, 'scale'>): Findings {
  return {
    ...(feedback !== 'ratings' && { feedback }),
    ...(suspects.length > 0 && { suspects }),
    ...(readScale && { readScale }),
  };
}

function ratingColumnOf(layout: Layout): RatingColumn {
  if (layout.format === 'json-lines') return { name: layout.keys.rating, exists: layout.keys.rating !== undefined };
  if (layout.format !== 'table') return { name: undefined, exists: true };
  const { rating } = layout.rows.at;
  return { name: rating === undefined ? undefined : layout.header?.[rating], exists: rating !== undefined };
}

function timeNotes(count: number): readonly LoadNote[] {
  return count === 0 ? [] : [{ kind: 'missing-times', count, rule: 'So the times of all ratings are left out.' }];
}
