import type { TableFormat } from '../../../core/table-format.ts';

/** The arguments of pandas' read_csv that a table needs. */
export function csvOptions({ separator, encoding, skip, hasHeader }: TableFormat): readonly string[] {
  return [
    ...(separator === ',' ? [] : [`sep=${separator === ' ' ? 'r"\\s+"' : JSON.stringify(separator)}`]),
    ...(separator === '::' ? ['engine="python"'] : []),
    ...(encoding === 'utf-8' ? [] : [`encoding=${JSON.stringify(encoding)}`]),
    ...(skip > 0 ? [`skiprows=${skip}`] : []),
    ...(hasHeader ? [] : ['header=None']),
  ];
}
