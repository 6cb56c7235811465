import { fetchPart } from '../../../core/fetch-part.ts';
import { FileDrop } from '../../../ui/FileDrop.tsx';
import styles from './RatingsDrop.module.css';
import { useNoStrayDrops } from './use-no-stray-drops.ts';

interface RatingsDropProps {
  /** The name of the file that is loaded, if one is. */
  readonly current: string | null;
  readonly disabled: boolean;
  /** What was picked or dropped; it is gathered later, since folders take a while. */
  readonly onPick: (gather: () => Promise<File | null>) => void;
}

const LABEL = 'Open a MovieLens zip or ratings file';

/** Where files of ratings are opened. */
export function RatingsDrop({ current, disabled, onPick }: RatingsDropProps) {
  useNoStrayDrops();
  const take = (files: readonly File[], entries: readonly FileSystemEntry[]): void =>
    onPick(async () => {
      const isPlain = files.length === 1 && !entries.some(({ isDirectory }) => isDirectory);
      if (isPlain) return files[0] as File;
      const { gatherFiles } = await fetchPart(() => import('./picked-files.ts'));
      return await gatherFiles(entries, files);
    });
  const how = current === null ? 'Pick it or drop it here' : 'Your file is loaded. Pick or drop another here';
  return (
    <FileDrop
      label={LABEL}
      title={current ?? LABEL}
      purpose={`${how}: any MovieLens zip, or ratings of your own as CSV, TSV, JSON lines, Parquet or Excel, with their titles where there are any. It stays in this browser.`}
      isCurrent={current !== null}
      disabled={disabled}
      multiple
      className={styles.wide}
      onFiles={take}
    />
  );
}
