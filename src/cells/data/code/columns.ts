import type { JsonColumns, TableColumns } from '../../../core/column-mapping.ts';
import type { TimeFormat } from '../../../core/table-format.ts';
import type { CodeData } from './code-data.ts';
import { csvOptions } from './csv-options.ts';

const MOVIELENS = ['userId', 'movieId', 'rating', 'timestamp'];

/** Python that reads a table or JSON lines, whatever their columns are called and their ids and times look like. */
export function readingColumns(data: CodeData, columns: TableColumns | JsonColumns, from: string): string {
  if ('header' in columns && isMovieLens(columns, data)) return `ratings = pd.read_csv(${from})\n`;
  const parts = partsOf(data, columns);
  const names = JSON.stringify(parts.map(([name]) => name)).replaceAll(',', ', ');
  const types = [
    ...(typeof data.firstUserId === 'number' ? ['"userId": float'] : []),
    ...(typeof data.firstMovieId === 'number' ? ['"movieId": float'] : []),
  ];
  const wholes = types.map((type) => type.replace('float', 'int'));
  const format = 'format' in columns ? columns.format : null;
  const isRated = parts.some(([name]) => name === 'rating');
  return `ratings = ${wholeFile(columns, from)}
ratings = ratings${chosen(columns, parts)}.set_axis(${names}, axis=1)
${isRated ? ratingCode(data, format?.decimal ?? '.') : EVENTS}${types.length > 0 ? `ratings = ratings.astype({${types.join(', ')}}).astype({${wholes.join(', ')}})\n` : ''}${
  data.firstTimestamp === null ? '' : secondsCode(format?.time ?? 'plain')
}`;
}

const EVENTS = 'ratings["rating"] = 1.0  # each row is an event\n';

/** Rows that the load left out go here as well. */
function ratingCode({ notes }: CodeData, decimal: '.' | ','): string {
  const plain = decimal === ',' ? '.str.replace(".", "").str.replace(",", ".")' : '.str.replace(",", "")';
  const isLeftOut = notes.some(({ kind }) => kind === 'incomplete-rows' || kind === 'faulty-rows');
  if (!isLeftOut) return `ratings["rating"] = ratings.rating${plain}.astype(float)\n`;
  return `ratings["rating"] = pd.to_numeric(ratings.rating${plain}, errors="coerce")
ratings = ratings[ratings.rating.notna() & (ratings.userId != "") & (ratings.movieId != "")]
`;
}

/** Which column, by its place or its key, holds what. */
type Parts = readonly (readonly [name: string, place: number | string])[];

function partsOf({ firstTimestamp }: CodeData, columns: TableColumns | JsonColumns): Parts {
  const { user, item, rating, timestamp, title, genres } = 'at' in columns ? columns.at : columns;
  const parts: Parts = [['userId', user], ['movieId', item], ...(rating === undefined ? [] : [['rating', rating] as const])];
  return [
    ...parts,
    ...(timestamp === undefined || firstTimestamp === null ? [] : [['timestamp', timestamp] as const]),
    ...(title === undefined ? [] : [['title', title] as const]),
    ...(genres === undefined ? [] : [['genres', genres] as const]),
  ];
}

function wholeFile(columns: TableColumns | JsonColumns, from: string): string {
  if (!('format' in columns)) return `pd.read_json(${from}, lines=True, dtype=False, convert_dates=False).astype(str)`;
  return `pd.read_csv(${[from, ...csvOptions(columns.format)].join(', ')}, dtype=str, keep_default_na=False)`;
}

function chosen(columns: TableColumns | JsonColumns, parts: Parts): string {
  const places = JSON.stringify(parts.map(([, place]) => place)).replaceAll(',', ', ');
  return 'format' in columns ? `.iloc[:, ${places}]` : `[${places}]`;
}

const isMovieLens = ({ format, header, at }: TableColumns, { notes }: CodeData): boolean =>
  csvOptions(format).length === 0 &&
  header !== null &&
  header.join() === MOVIELENS.join() &&
  format.time === 'plain' &&
  !notes.some(({ kind }) => kind === 'incomplete-rows' || kind === 'faulty-rows') &&
  [at.user, at.item, at.rating, at.timestamp, at.title, at.genres].join() === '0,1,2,3,,';

/** What pandas is told of times that are dates. */
const DATES: Readonly<Partial<Record<TimeFormat, string>>> = {
  yyyymmdd: 'format="%Y%m%d"',
  yyyymmddhhmmss: 'format="%Y%m%d%H%M%S"',
  year: 'format="%Y"',
  'month-first': 'format="mixed"',
  'day-first': 'format="mixed", dayfirst=True',
  'year-first': 'format="mixed"',
  words: 'format="mixed"',
};

function secondsCode(format: TimeFormat): string {
  const date = DATES[format];
  if (date) return `ratings["timestamp"] = pd.to_datetime(ratings.timestamp, ${date}, utc=True).astype("int64") // 10**9\n`;
  if (format === 'excel')
    return 'ratings["timestamp"] = ((ratings.timestamp.astype(float) - 25569) * 86400).round().astype("int64")\n';
  return SECONDS;
}

const SECONDS = `number = pd.to_numeric(ratings.timestamp, errors="coerce")  # seconds or finer; a date is neither
date = pd.to_datetime(ratings.timestamp.where(number.isna()), format="ISO8601", utc=True)
for finer in (1e9, 1e6, 1e3):
    number = number.where(number < 2**32 * finer / 1e3, number // finer)
ratings["timestamp"] = number.fillna((date - pd.Timestamp(0, tz="UTC")) // pd.Timedelta("1s")).astype("int64")
`;
