import type { DataSummary } from '../../state/notebook-state.ts';
import { formatSeconds } from '../../ui/format.ts';

type Origin = Pick<DataSummary, 'kind' | 'name' | 'file' | 'sha256' | 'elapsed'>;

/** Where the data comes from: name, file, hash and the time it took. */
export function dataProvenance({ kind, name, file, sha256, elapsed }: Origin): readonly string[] {
  const seconds = Object.values(elapsed).reduce((sum, milliseconds) => sum + milliseconds, 0) / 1000;
  return [
    name,
    ...(kind === 'file' && file !== null && file !== name ? [`your file ${file}`] : []),
    ...(kind === 'file' && file === name ? ['your file'] : []),
    ...(sha256 === null ? [] : [`SHA-256 ${sha256}`]),
    `${kind === 'synthetic' ? 'made' : 'loaded'} in ${formatSeconds(seconds)}`,
  ];
}
