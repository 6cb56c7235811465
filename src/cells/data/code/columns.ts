import type { JsonColumns, TableColumns } from '../../../core/column-mapping.ts';
import type { CodeData } from './code-data.ts';

const MOVIELENS = ['userId', 'movieId', 'rating', 'timestamp'];

/** Python that reads a table or JSON lines, whatever their columns are called and their ids and times look like. */
export function readingColumns(data: CodeData, columns: TableColumns | JsonColumns, from: string): string {
  if ('header' in columns && isMovieLens(columns)) return `ratings = pd.read_csv(${from})\n`;
  const parts = partsOf(data, columns);
  const names = JSON.stringify(parts.map(([name]) => name)).replaceAll(',', ', ');
  const types = [
    ...(typeof data.firstUserId === 'number' ? ['"userId": int'] : []),
    ...(typeof data.firstMovieId === 'number' ? ['"movieId": int'] : []),
  ];
  return `ratings = ${wholeFile(columns, from)}
ratings = ratings${chosen(columns, parts)}.set_axis(${names}, axis=1)
ratings["rating"] = ratings.rating.str.replace(",", ".").astype(float)
${types.length > 0 ? `ratings = ratings.astype({${types.join(', ')}})\n` : ''}${data.firstTimestamp === null ? '' : SECONDS}`;
}

/** Which column, by its place or its key, holds what. */
type Parts = readonly (readonly [name: string, place: number | string])[];

function partsOf({ firstTimestamp }: CodeData, columns: TableColumns | JsonColumns): Parts {
  const { user, item, rating, timestamp, title } = 'at' in columns ? columns.at : columns;
  const parts: Parts = [
    ['userId', user],
    ['movieId', item],
    ['rating', rating],
  ];
  return [
    ...parts,
    ...(timestamp === undefined || firstTimestamp === null ? [] : [['timestamp', timestamp] as const]),
    ...(title === undefined ? [] : [['title', title] as const]),
  ];
}

function wholeFile(columns: TableColumns | JsonColumns, from: string): string {
  if (!('separator' in columns)) return `pd.read_json(${from}, lines=True, dtype=False, convert_dates=False).astype(str)`;
  const { separator, header } = columns;
  const options = [
    ...(separator === ',' ? [] : [`sep=${JSON.stringify(separator)}`]),
    ...(separator === '::' ? ['engine="python"'] : []),
    ...(header ? [] : ['header=None']),
  ];
  return `pd.read_csv(${[from, ...options].join(', ')}, dtype=str, keep_default_na=False)`;
}

function chosen(columns: TableColumns | JsonColumns, parts: Parts): string {
  const places = JSON.stringify(parts.map(([, place]) => place)).replaceAll(',', ', ');
  return 'separator' in columns ? `.iloc[:, ${places}]` : `[${places}]`;
}

const isMovieLens = ({ separator, header, at }: TableColumns): boolean =>
  separator === ',' &&
  header !== null &&
  header.join() === MOVIELENS.join() &&
  [at.user, at.item, at.rating, at.timestamp, at.title].join() === '0,1,2,3,';

const SECONDS = `number = pd.to_numeric(ratings.timestamp, errors="coerce")  # seconds, or milliseconds; a date is neither
date = pd.to_datetime(ratings.timestamp.where(number.isna()), format="ISO8601", utc=True)
number = number.where(number < 2**32, number // 1000).fillna((date - pd.Timestamp(0, tz="UTC")) // pd.Timedelta("1s"))
ratings["timestamp"] = number.astype("int64")
`;
