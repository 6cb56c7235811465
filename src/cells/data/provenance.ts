import type { DataSummary } from '../../core/data-summary.ts';
import { formatMoment, formatSeconds } from '../../ui/format.ts';

type Origin = Pick<DataSummary, 'kind' | 'name' | 'file' | 'url' | 'fetchedAt' | 'sha256' | 'elapsed'>;

/** Where the data comes from: name, file, address, when, hash and the time it took. */
export function dataProvenance(origin: Origin): readonly string[] {
  const { kind, name, sha256, elapsed } = origin;
  const seconds = Object.values(elapsed).reduce((sum, milliseconds) => sum + milliseconds, 0) / 1000;
  return [
    name,
    ...whence(origin),
    ...(sha256 === null ? [] : [`SHA-256 ${sha256}`]),
    `${kind === 'synthetic' ? 'made' : 'loaded'} in ${formatSeconds(seconds)}`,
  ];
}

function whence({ kind, name, file, url, fetchedAt }: Origin): readonly string[] {
  const when = fetchedAt === null ? '' : ` ${formatMoment(fetchedAt)}`;
  switch (kind) {
    case 'bundled':
      return ['comes with this page'];
    case 'file':
      return [file === name ? 'your file' : `your file ${file}`, `opened${when}`];
    case 'url':
      return [`${file} from ${new URL(url ?? '').host}`, `fetched${when}`];
    case 'synthetic':
      return [];
  }
}
