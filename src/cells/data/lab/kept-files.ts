import type { DataSource } from '../../../core/data-source.ts';
import { LabError } from '../../../core/errors.ts';
import type { DataSetInfo, KeptData } from '../../../core/kept-files.ts';
import type { LoadableSource } from '../../../data/load.ts';
import type { DataStorage } from '../../../lab/bench.ts';

export async function listKept({ store, room }: DataStorage): Promise<KeptData> {
  const [sets, space] = await Promise.all([store.list(), room()]);
  return { sets, room: space };
}

/** The same bytes are kept once; without a hash, the same name and size. */
export async function keepFile({ store }: DataStorage, info: DataSetInfo, file: File): Promise<void> {
  await store.put(info.sha256 ?? `${info.file}:${file.size}`, info, file);
}

/** What is kept, as the file that it was. Throws a LabError where it is not there any more. */
export async function withKeptFile(source: DataSource, { store }: DataStorage): Promise<LoadableSource> {
  if (source.kind !== 'kept') return source;
  const kept = await store.read(source.id);
  if (kept === null) {
    throw new LabError('data-missing', 'The browser does not have this file any more.', 'Open or download it again.');
  }
  const { blob, file, url, fetchedAt } = kept;
  // Columns and format belong together: who has answered one of them has seen the others.
  const isAnswered = source.mapping || source.wide || source.format;
  const { mapping, wide, format } = isAnswered ? source : { mapping: kept.mapping, ...kept.answers };
  const tables = source.tables ?? kept.answers?.tables;
  // What was kept was taken as it is.
  return {
    kind: 'file',
    file: new File([blob], file, { type: blob.type }),
    from: { url, fetchedAt },
    mapping,
    wide,
    format,
    tables,
    unverified: true,
    cleaning: source.cleaning,
  };
}
