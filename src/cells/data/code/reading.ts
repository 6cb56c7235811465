import type { DataLayout } from '../../../core/data-source.ts';
import { besideCode } from './beside.ts';
import type { CodeData } from './code-data.ts';
import { readingColumns } from './columns.ts';

const RATING_NAMES = 'names=["userId", "movieId", "rating", "timestamp"]';

/** Python that reads a file of ratings and, in its zip, those of titles and users. */
export function reading(data: CodeData): string {
  const { layout, file, sha256 } = data;
  const check =
    sha256 === null ? '' : `assert hashlib.sha256(Path(path).read_bytes()).hexdigest() == ${JSON.stringify(sha256)}\n`;
  const imports = [
    ...(check ? ['hashlib'] : []),
    ...(layout?.format === 'dat' && layout.hasTitles ? ['io'] : []),
    ...(layout?.zipped ? ['zipfile'] : []),
  ].map((name) => `import ${name}\n`);
  return `${imports.join('')}${check ? 'from pathlib import Path\n' : ''}${imports.length > 0 ? '\n' : ''}import numpy as np
import pandas as pd

path = ${JSON.stringify(file)}
${check}${layout ? `\n${layout.zipped ? unzipping(data, layout) : ratingsOf(data, layout, 'path')}` : ''}`;
}

function unzipping(data: CodeData, layout: DataLayout): string {
  const inside = [ratingsOf(data, layout, `archive.open(find(${JSON.stringify(layout.file)}))`), besideCode(layout)].join('');
  return `with zipfile.ZipFile(path) as archive:
    find = lambda name: next(entry for entry in archive.namelist() if entry.rpartition("/")[2] == name)
${inside.replace(/^(?=.)/gm, '    ')}`;
}

function ratingsOf(data: CodeData, layout: DataLayout, from: string): string {
  switch (layout.format) {
    case 'dat':
      return `ratings = pd.read_csv(${from}, sep="::", engine="python", ${RATING_NAMES})\n`;
    case 'u.data':
      return `ratings = pd.read_csv(${from}, sep="\\t", ${RATING_NAMES})\n`;
    default:
      return layout.columns ? readingColumns(data, layout.columns, from) : '';
  }
}
