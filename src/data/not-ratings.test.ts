import JSZip from 'jszip';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { LabError } from '../core/errors.ts';
import { loadData } from './load.ts';

beforeAll(() => vi.stubGlobal('isSecureContext', true));
afterAll(() => vi.unstubAllGlobals());

const zipOf = async (files: Readonly<Record<string, string>>): Promise<Uint8Array> => {
  const zip = new JSZip();
  for (const [name, text] of Object.entries(files)) zip.file(name, text);
  return await zip.generateAsync({ type: 'uint8array' });
};

const sheet = (text: string): string =>
  `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`;

const workbookOf = (...titles: readonly string[]): Promise<Uint8Array> => {
  const entries = titles.map((title, at) => ({ id: `r${at}`, file: `worksheets/sheet${at}.xml`, title }));
  return zipOf({
    'xl/workbook.xml': `<workbook><sheets>${entries.map(({ id, title }) => `<sheet name="${title}" r:id="${id}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${entries.map(({ id, file }) => `<Relationship Id="${id}" Target="${file}"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(entries.map(({ file, title }) => [`xl/${file}`, sheet(`About ${title}`)])),
  });
};

const bytesOf = (...bytes: readonly (number | string)[]): Uint8Array =>
  Uint8Array.from(bytes.flatMap((byte) => (typeof byte === 'string' ? [...byte].map((letter) => letter.charCodeAt(0)) : [byte])));

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

test.each<readonly [string, () => Uint8Array | Promise<Uint8Array>, string]>([
  ['photo.jpg', () => bytesOf(0xff, 0xd8, 0xff, 0xe0, 'JFIF'), '“photo.jpg” is a picture, not a file of ratings.'],
  ['photo.webp', () => bytesOf('RIFF', 1, 2, 3, 4, 'WEBPVP8 '), '“photo.webp” is a picture, not a file of ratings.'],
  ['photo.heic', () => bytesOf(0, 0, 0, 24, 'ftypheic'), '“photo.heic” is a picture or a film, not a file of ratings.'],
  ['mine.xlsx', () => workbookOf('Budget'), '“mine.xlsx” is an Excel workbook, but its sheet “Budget” has no table of ratings.'],
  [
    'mine.xlsx',
    () => workbookOf('Budget', 'Plan'),
    '“mine.xlsx” is an Excel workbook, but none of its sheets has a table of ratings (“Budget”, “Plan”).',
  ],
  ['mine.docx', () => zipOf({ 'word/document.xml': '<w/>' }), '“mine.docx” is a Word document, not a file of ratings.'],
  [
    'books.csv',
    () => text('book_id,title,authors\n1,Emma,Jane Austen\n2,Persuasion,Jane Austen\n'),
    '“books.csv” is a file of titles: it has no users and no ratings.',
  ],
  [
    'anime.csv',
    () =>
      text(
        'anime_id,name,genre,type,episodes,rating,members\n1,Monster,Drama,TV,74,8.72,247562\n2,Mushishi,Drama,TV,26,8.78,300000\n',
      ),
    '“anime.csv” is a file of titles: it has no users and no ratings.',
  ],
])('%s: %3$s', async (name, content, message) => {
  const file = new File([(await content()) as BlobPart], name);
  const error = await loadData({ kind: 'file', file }, () => {}).then(
    () => null,
    (thrown: LabError) => thrown,
  );
  expect(error).toMatchObject({ code: 'data-no-ratings', message });
});

test('items without titles are called what the file calls them', async () => {
  const titles = async (header: string, name = 'mine.csv'): Promise<readonly string[]> => {
    const file = new File([`${header}\n1,7,5\n2,7,3\n`], name);
    return (await loadData({ kind: 'file', file }, () => {})).ratings.catalogue.map(({ title }) => title);
  };
  expect(await titles('user_id,book_id,rating')).toEqual(['Book 7']);
  expect(await titles('userId,movieId,rating')).toEqual(['Movie 7']);
  expect(await titles('user,item,rating')).toEqual(['Item 7']);
  expect(await titles('user,item,rating', 'jester.csv')).toEqual(['Joke 7']);
});
