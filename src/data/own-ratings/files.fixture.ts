import JSZip from 'jszip';
import { vi } from 'vitest';
import { LabError } from '../../core/errors.ts';
import { bundleFiles } from '../../core/file-bundle.ts';
import type { LoadNoteKind } from '../../core/load-notes.ts';
import { loadData } from '../load.ts';

vi.stubGlobal('isSecureContext', true);

export type Content = string | Uint8Array;
export type Files = Readonly<Record<string, Content>>;

export const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
export const utf16 = (text: string, isBig = false): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((letter) => {
      const code = letter.charCodeAt(0);
      return isBig ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );

export async function zipOf(files: Files, backslashes = false): Promise<File> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(files)) zip.file(backslashes ? name.replaceAll('/', '\\') : name, content);
  return new File([(await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })) as BlobPart], 'mine.zip');
}

export const fileOf = (name: string, content: Content): File => new File([content as BlobPart], name);
export const together = (files: Files): File =>
  bundleFiles(
    Object.entries(files).map(([path, content]) => ({ path, file: fileOf(path.split('/').at(-1) as string, content) })),
  );

export const open = async (file: File, answers: object = {}) => await loadData({ kind: 'file', file, ...answers }, () => {});
export const refusal = async (file: File): Promise<LabError> => {
  const thrown = await open(file).then(
    () => null,
    (error: unknown) => error,
  );
  if (thrown instanceof LabError) return thrown;
  throw new Error('Nothing was refused', { cause: thrown });
};

export interface Wanted {
  readonly count: number;
  readonly users: number;
  readonly movies: number;
  readonly stars?: readonly number[];
  readonly titles?: readonly string[];
  /** Seconds since 1970; null where there are none. */
  readonly times?: readonly number[] | null;
  readonly notes?: readonly LoadNoteKind[];
}

/** What a file comes to, in the terms of what is wanted. */
export async function outcome(file: File, answers: object = {}): Promise<Required<Wanted>> {
  const { ratings, notes } = await open(file, answers);
  return {
    count: ratings.count,
    users: ratings.userIds.size,
    movies: ratings.movieIds.size,
    stars: [...ratings.stars],
    titles: ratings.catalogue.map(({ title }) => title),
    times: ratings.timestamps && [...ratings.timestamps],
    notes: notes.map(({ kind }) => kind),
  };
}

export const TWO = { count: 2, users: 2, movies: 2 } as const;
export const THREE = { count: 3, users: 3, movies: 2 } as const;
export const DAY = 86_400;

export const RATINGS = 'userId,movieId,rating\n1,10,5\n2,11,3\n3,10,4\n';
