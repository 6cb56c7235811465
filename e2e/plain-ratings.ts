import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';

export interface PlainRating {
  readonly userId: number;
  readonly movieId: number;
  readonly stars: number;
}

/** The bundled ratings, read in the plainest way, with no code of the product. */
export async function readRatings(): Promise<readonly PlainRating[]> {
  const zip = await JSZip.loadAsync(await readFile(new URL('../public/data/ml-latest-small.zip', import.meta.url)));
  const text = await zip.file(/ratings\.csv$/)[0]?.async('string');
  const lines = (text ?? '').trim().split(/\r?\n/).slice(1);
  return lines.map((line) => {
    const [userId, movieId, stars] = line.split(',').map(Number) as [number, number, number];
    return { userId, movieId, stars };
  });
}
