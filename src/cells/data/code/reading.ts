import type { DataLayout } from '../../../core/data-source.ts';
import { besideCode } from './beside.ts';
import { blocksCode } from './blocks.ts';
import type { CodeData } from './code-data.ts';
import { readingColumns } from './columns.ts';
import { openingOf } from './opening.ts';
import { wideCode } from './wide.ts';

const RATING_NAMES = 'names=["userId", "movieId", "rating", "timestamp"]';

/** Python that reads a file of ratings and, in its container, those of titles and users. */
export function reading(data: CodeData): string {
  const { layout, file, sha256 } = data;
  const opening = layout && openingOf(layout);
  const check =
    sha256 === null ? '' : `assert hashlib.sha256(Path(path).read_bytes()).hexdigest() == ${JSON.stringify(sha256)}\n`;
  const imports = [
    ...(check ? ['hashlib'] : []),
    ...(layout && takesIo(layout) ? ['io'] : []),
    ...(opening?.imports ? [opening.imports] : []),
  ].map((name) => `import ${name}\n`);
  return `${imports.join('')}${check ? 'from pathlib import Path\n' : ''}${imports.length > 0 ? '\n' : ''}import numpy as np
import pandas as pd

path = ${JSON.stringify(file)}
${check}${layout && opening ? `\n${opening.around(inside(data, layout))}` : ''}`;
}

const takesIo = ({ format, hasTitles, file, titles }: DataLayout): boolean =>
  (format === 'dat' && hasTitles) || [file, titles?.file ?? ''].some((name) => /\.(parquet$|xlsx:)/i.test(name));

function inside(data: CodeData, layout: DataLayout): string {
  const { open } = openingOf(layout);
  const partOf = (at: number): string => (layout.parts ? `ratings["part"] = ${JSON.stringify(layout.parts[at])}\n` : '');
  const first = `${ratingsOf(data, layout, open(layout.file))}${partOf(0)}`;
  const others = (layout.more ?? []).map(
    (name, at) => `more = ratings\n${ratingsOf(data, layout, open(name))}${partOf(at + 1)}ratings = pd.concat([more, ratings])\n`,
  );
  return [first, ...others, besideCode(layout, open)].join('');
}

function ratingsOf(data: CodeData, layout: DataLayout, from: string): string {
  const { format, columns } = layout;
  if (format === 'dat') return `ratings = pd.read_csv(${from}, sep="::", engine="python", ${RATING_NAMES})\n`;
  if (format === 'u.data') return `ratings = pd.read_csv(${from}, sep="\\t", ${RATING_NAMES})\n`;
  if (format === 'blocks') return blocksCode(from);
  if (columns === null) return '';
  return 'wide' in columns ? wideCode(columns, from) : readingColumns(data, columns, from);
}
