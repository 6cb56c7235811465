import JSZip from 'jszip';
import { Notebook } from './notebook.ts';

const OPEN = 'Open a MovieLens zip or ratings file';

export const zipOf = async (files: Record<string, string | Uint8Array>): Promise<Buffer> => {
  const zip = new JSZip();
  for (const [name, text] of Object.entries(files)) zip.file(name, text);
  return await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
};

/** Users 100 … 139 rate 30 movies by a rule: enough to train on. */
export function ratingLines(separator: string, stars: (user: number, movie: number) => string): string {
  const lines: string[] = [];
  for (let user = 100; user < 140; user++) {
    for (let movie = 1; movie <= 30; movie++) {
      if ((user + movie) % 3 > 0) lines.push([user, movie, stars(user, movie), 978_300_000 + movie].join(separator));
    }
  }
  return `${lines.join('\n')}\n`;
}

export const csvZip = () => {
  const ratings = ratingLines(',', (user, movie) => (0.5 * (1 + ((user * movie) % 10))).toFixed(1));
  const movies = Array.from({ length: 30 }, (_, i) => `${i + 1},"Film, The ${i + 1} (19${50 + i})",Drama|War\r\n`);
  return zipOf({
    'own/ratings.csv': `userId,movieId,rating,timestamp\n${ratings}`,
    'own/movies.csv': `movieId,title,genres\r\n${movies.join('')}`,
  });
};

/** In the layout of MovieLens 1M: `::`, whole stars, titles in Latin-1. */
export const datZip = () => {
  const movies = Array.from({ length: 30 }, (_, i) => `${i + 1}::Misérables ${i + 1}, Les (1995)::Drama|Musical\n`);
  return zipOf({
    'ml-1m/ratings.dat': ratingLines('::', (user, movie) => String(1 + ((user * movie) % 5))),
    'ml-1m/movies.dat': Uint8Array.from(movies.join(''), (letter) => letter.charCodeAt(0)),
    'ml-1m/users.dat': '1::F::1::10::48067\n',
  });
};

/** The page with the means to open a file in its Data cell. */
export class Sources extends Notebook {
  async pick(name: string, buffer: Buffer): Promise<void> {
    await this.cell('data').getByLabel(OPEN).setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  }

  async drop(name: string, text: string): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      ([name, text]) => {
        const data = new DataTransfer();
        data.items.add(new File([text], name));
        return data;
      },
      [name, text] as const,
    );
    await this.cell('data').getByText(OPEN).dispatchEvent('drop', { dataTransfer: transfer });
  }

  get provenance() {
    return this.cell('data').getByRole('list', { name: 'Source of this result' });
  }
}
