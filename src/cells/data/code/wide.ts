import type { WideColumns } from '../../../core/column-mapping.ts';
import { csvOptions } from './csv-options.ts';

/** Python that makes rows of ratings of a table with a row for each user and a column for each item, or the other way round. */
export function wideCode({ wide, format }: WideColumns, from: string): string {
  const [rowName, columnName] = wide.rows === 'users' ? ['userId', 'movieId'] : ['movieId', 'userId'];
  const blank = wide.blank === null ? '' : `.replace(${wide.blank}, np.nan)`;
  const names = wide.label === null ? 'np.arange(1, len(table) + 1)' : `table.iloc[:, ${wide.label}]`;
  return `table = pd.read_csv(${[from, ...csvOptions(format), ...(format.decimal === ',' ? ['decimal=","'] : [])].join(', ')})
cells = table.iloc[:, ${wide.first}:].apply(pd.to_numeric, errors="coerce")${blank}
ratings = cells.set_axis(${names}, axis=0).stack().rename_axis(["${rowName}", "${columnName}"]).reset_index(name="rating")
`;
}
