import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { LabError } from '../../core/errors.ts';
import { openContainer } from '../containers/open-container.ts';
import { detectLayout } from '../formats/detect.ts';
import { openRatings } from '../rating-files.ts';
import { parsePersonalExport, readPersonalExport } from './read-person.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const fileOf = (text: string, name = 'ratings.csv'): File => new File([text], name);

const RATINGS = `Date,Name,Year,Letterboxd URI,Rating
2021-03-14,The Matrix,1999,https://boxd.it/2a1m,4.5
2021-03-15,"Crouching Tiger, Hidden Dragon",2000,https://boxd.it/2b3c,3
2021-03-16,WALL·E,2008,https://boxd.it/29sM,
`;

describe('the ratings of one person', () => {
  test('Letterboxd’s, from half a star', () => {
    expect(parsePersonalExport(bytesOf(RATINGS))).toEqual({
      service: { name: 'Letterboxd', items: 'films', scale: { min: 0.5, max: 5 } },
      rows: [
        { line: 2, title: 'The Matrix', otherTitle: null, years: [1999], rating: 4.5, time: Date.UTC(2021, 2, 14) / 1000 },
        {
          line: 3,
          title: 'Crouching Tiger, Hidden Dragon',
          otherTitle: null,
          years: [2000],
          rating: 3,
          time: Date.UTC(2021, 2, 15) / 1000,
        },
      ],
      unrated: 1,
      faulty: { count: 0, lines: [] },
    });
  });

  test('IMDb’s, of ten, with original titles', () => {
    const read = parsePersonalExport(
      bytesOf(`Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors
tt0118799,10,2019-05-02,Life Is Beautiful,La vita è bella,https://www.imdb.com/title/tt0118799,Movie,8.6,116,1997,"Comedy, Drama",746000,1997-12-20,Roberto Benigni
tt0000001,11,2019-05-02,Too Much,Too Much,https://www.imdb.com/title/tt0000001,Movie,8.6,116,1997,Comedy,7,1997-12-20,Nobody
`),
    );
    expect(read?.service).toEqual({ name: 'IMDb', items: 'films', scale: { min: 1, max: 10 } });
    expect(read?.rows).toMatchObject([{ title: 'Life Is Beautiful', otherTitle: 'La vita è bella', years: [1997], rating: 10 }]);
    expect(read?.faulty).toEqual({ count: 1, lines: ['Line 3: the rating 11'] });
  });

  test('Goodreads’, where 0 is not rated, with both years', () => {
    const read = parsePersonalExport(
      bytesOf(`Book Id,Title,Author,ISBN,My Rating,Average Rating,Year Published,Original Publication Year,Date Read,Date Added,My Review
5,"Harry Potter and the Prisoner of Azkaban (Harry Potter, #3)",J.K. Rowling,"=""043965548X""",5,4.58,2004,1999,2012/07/01,2012/06/20,"Two
lines"
7,Persuasion,Jane Austen,"=""""",0,4.15,2001,1817,,2012/06/21,
`),
    );
    expect(read).toMatchObject({
      rows: [
        {
          title: 'Harry Potter and the Prisoner of Azkaban (Harry Potter, #3)',
          years: [1999, 2004],
          rating: 5,
          time: Date.UTC(2012, 6, 1) / 1000,
        },
      ],
      unrated: 1,
    });
  });

  test('of a service that is not known, on the scale that it shows', () => {
    const read = parsePersonalExport(bytesOf('Title,My Rating\nHeat (1995),85\nAlien (1979),x\n'));
    expect(read?.service).toEqual({ name: null, items: 'titles', scale: { min: 0, max: 100 } });
    expect(read).toMatchObject({ rows: [{ title: 'Heat', years: [1995], rating: 85 }], faulty: { count: 1 } });
  });
});

const readExport = async (file: File) =>
  await readPersonalExport((await openContainer(file, { what: 'It', remedy: '' })).files, file.name);

const zipOf = async (files: Readonly<Record<string, string>>): Promise<File> => {
  const zip = new JSZip();
  for (const [name, text] of Object.entries(files)) zip.file(name, text);
  return new File([await zip.generateAsync({ type: 'arraybuffer' })], 'letterboxd-anna.zip');
};

const EXPORT = {
  'diary.csv':
    'Date,Name,Year,Letterboxd URI,Rating,Rewatch,Tags,Watched Date\n2021-03-15,Alien,1979,https://boxd.it/1,4,,,2021-03-14\n',
  'profile.csv': 'Date Joined,Username,Given Name,Family Name,Email Address,Location\n2020-01-01,anna,,,anna@example.org,\n',
  'ratings.csv': RATINGS,
  'watched.csv': 'Date,Name,Year,Letterboxd URI\n2021-03-14,The Matrix,1999,https://boxd.it/2a1m\n',
  'likes/films.csv': 'Date,Name,Year,Letterboxd URI\n2021-03-14,The Matrix,1999,https://boxd.it/2a1m\n',
};

const thrownBy = async (work: () => unknown): Promise<LabError> => {
  try {
    await work();
  } catch (thrown) {
    if (thrown instanceof LabError) return thrown;
  }
  throw new Error('It did not throw a LabError');
};

describe('a file that is opened', () => {
  test('is recognised, with the columns to say otherwise', async () => {
    const error = await thrownBy(() => detectLayout(bytesOf(RATINGS), 'ratings.csv', {}));
    expect(error).toMatchObject({
      code: 'data-one-person',
      person: { file: 'ratings.csv', service: 'Letterboxd', items: 'films' },
      mapping: { columns: ['Date', 'Name', 'Year', 'Letterboxd URI', 'Rating'] },
    });
  });

  test('is read as is said otherwise', () => {
    expect(detectLayout(bytesOf(RATINGS), 'ratings.csv', { mapping: { user: 2, item: 1, rating: 4 } })).toMatchObject({
      format: 'table',
    });
  });

  test('without ratings is a list', async () => {
    const error = await thrownBy(() => detectLayout(bytesOf(EXPORT['watched.csv']), 'watched.csv', {}));
    expect(error.message).toBe('“watched.csv” is a list of films from Letterboxd: it has no ratings.');
  });

  test('as the zip that the service packs is recognised, and its ratings are read rather than its diary', async () => {
    const zip = await zipOf(EXPORT);
    const error = await thrownBy(() => openRatings(zip, { what: 'It', remedy: '' }, {}, () => {}));
    expect(error).toMatchObject({ code: 'data-one-person', person: { service: 'Letterboxd' } });
    expect((await readExport(zip)).rows.map(({ title }) => title)).toEqual(['The Matrix', 'Crouching Tiger, Hidden Dragon']);
  });

  test('with the ratings of many beside it, those are loaded', async () => {
    const many = 'userId,movieId,rating,timestamp\n1,31,2.5,1260759144\n2,31,3,1260759145\n';
    const { tables } = await openRatings(
      await zipOf({ 'many.csv': many, 'mine.csv': RATINGS }),
      { what: 'It', remedy: '' },
      {},
      () => {},
    );
    expect(tables.map(({ name }) => name)).toEqual(['many.csv']);
  });

  test('that is none of it says so', async () => {
    await expect(readExport(fileOf('a,b\n1,2\n'))).rejects.toThrow('has no ratings of one person in it');
  });
});
