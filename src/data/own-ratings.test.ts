import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ColumnMapping } from '../core/column-mapping.ts';
import { LabError } from '../core/errors.ts';
import { bundleFiles } from '../core/file-bundle.ts';
import type { UserIndex } from '../core/ids.ts';
import type { LoadNoteKind } from '../core/load-notes.ts';
import { loadData } from './load.ts';

beforeAll(() => vi.stubGlobal('isSecureContext', true));
afterAll(() => vi.unstubAllGlobals());

type Content = string | Uint8Array;
type Files = Readonly<Record<string, Content>>;

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const utf16 = (text: string, isBig = false): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((letter) => {
      const code = letter.charCodeAt(0);
      return isBig ? [code >> 8, code & 255] : [code & 255, code >> 8];
    }),
  );

async function zipOf(files: Files, backslashes = false): Promise<File> {
  const zip = new JSZip();
  for (const [name, content] of Object.entries(files)) zip.file(backslashes ? name.replaceAll('/', '\\') : name, content);
  return new File([(await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })) as BlobPart], 'mine.zip');
}

const fileOf = (name: string, content: Content): File => new File([content as BlobPart], name);
const together = (files: Files): File =>
  bundleFiles(
    Object.entries(files).map(([path, content]) => ({ path, file: fileOf(path.split('/').at(-1) as string, content) })),
  );

const open = async (file: File, answers: object = {}) => await loadData({ kind: 'file', file, ...answers }, () => {});
const refusal = async (file: File): Promise<LabError> => {
  const thrown = await open(file).then(
    () => null,
    (error: unknown) => error,
  );
  if (thrown instanceof LabError) return thrown;
  throw new Error('Nothing was refused', { cause: thrown });
};

interface Wanted {
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
async function outcome(file: File, answers: object = {}): Promise<Required<Wanted>> {
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

const TWO = { count: 2, users: 2, movies: 2 } as const;
const THREE = { count: 3, users: 3, movies: 2 } as const;
const DAY = 86_400;

describe('one file is read with the right counts', () => {
  test.each<readonly [string, string, Content, Wanted]>([
    [
      'whole numbers above 2⁵³ in JSON',
      'a.jsonl',
      '{"user":90000000000000001,"item":1,"rating":5}\n{"user":90000000000000002,"item":1,"rating":1}\n',
      { count: 2, users: 2, movies: 1, notes: [] },
    ],
    ['a JSON array', 'a.json', '[\n {"user": 1,\n  "item": 10, "rating": 5},\n {"user": 2, "item": 11, "rating": 3}\n]\n', TWO],
    ['thousands', 'a.csv', 'user,item,rating\n1,10,"1,234"\n2,11,"2,000"\n', { ...TWO, stars: [1234, 2000] }],
    ['a decimal comma in quotes', 'a.csv', 'user,item,rating\n1,10,"1,25"\n2,11,"2,0"\n', { ...TWO, stars: [1.25, 2] }],
    ['thousands with points', 'a.csv', 'user;item;rating\n1;10;1.234,5\n2;11;2,0\n', { ...TWO, stars: [1234.5, 2] }],
    [
      'zeros in GroupLens’ layout',
      'a.dat',
      '1::10::0::1365029107\n1::11::8::1365029108\n2::10::7::1365029109\n',
      { count: 3, users: 2, movies: 2, stars: [0, 8, 7] },
    ],
    ['three fields between “::”', 'a.dat', '1::10::5\n1::11::3\n2::10::4\n', { count: 3, users: 2, movies: 2, times: null }],
    ['blanks between columns', 'a.txt', '1 10 5\n1 11 3.5\n2 10 4\n', { count: 3, users: 2, movies: 2, stars: [5, 3.5, 4] }],
    ['runs of blanks, and some at the ends', 'a.txt', '  1   10  5 \n 12  11  3 \n', TWO],
    ['blanks under a header', 'a.txt', 'user item rating\nanna x 5\nbob y 3\n', TWO],
    ['Latin-1', 'a.csv', latin1('user,item,rating\nJosé,10,5\nZoë,11,3\n'), { ...TWO, notes: ['way-of-reading'] }],
    [
      'Latin-1 that shows late',
      'a.csv',
      latin1(`user,item,rating\n${Array.from({ length: 9000 }, (_, at) => `u${at},1,3\n`).join('')}Zoë,11,3\n`),
      { count: 9001, users: 9001, movies: 2, notes: ['way-of-reading'] },
    ],
    ['UTF-16', 'a.csv', utf16('\uFEFFuser,item,rating\nJosé,10,5\nZoë,11,3\n'), { ...TWO, notes: [] }],
    ['UTF-16 the other way round, without a mark', 'a.csv', utf16('user,item,rating\nanna,10,5\nbob,11,3\n', true), TWO],
    ['carriage returns alone', 'a.csv', 'user,item,rating\r1,10,5\r2,11,3\r', TWO],
    [
      'dates of the USA',
      'a.csv',
      'user,item,rating,date\n1,10,5,12/31/2019\n2,11,3,01/02/2020\n',
      { ...TWO, times: [18_261 * DAY, 18_263 * DAY], notes: [] },
    ],
    [
      'dates of Europe',
      'a.csv',
      'user,item,rating,date\n1,10,5,31.12.2019 12:30\n2,11,3,02.01.2020 00:00\n',
      { ...TWO, times: [18_261 * DAY + 45_000, 18_263 * DAY] },
    ],
    [
      'dates that could be either',
      'a.csv',
      'user,item,rating,date\n1,10,5,01/02/2020\n2,11,3,03/02/2020\n',
      { ...TWO, notes: ['way-of-reading'] },
    ],
    [
      'days as one number',
      'a.csv',
      'user,item,rating,date\n1,10,5,20050906\n2,11,3,20010909\n',
      { ...TWO, times: [13_032 * DAY, 11_574 * DAY] },
    ],
    ['bare years', 'a.csv', 'user,item,rating,date\n1,10,5,1999\n2,11,3,2001\n', { ...TWO, times: [10_592 * DAY, 11_323 * DAY] }],
    [
      'Excel’s days',
      'a.csv',
      'user,item,rating,date\n1,10,5,43830\n2,11,3,43831.5\n',
      { ...TWO, times: [18_261 * DAY, 18_262.5 * DAY] },
    ],
    [
      'microseconds',
      'a.csv',
      'user,item,rating,time\n1,10,5,978300760000000\n2,11,3,978300761000000\n',
      { ...TWO, times: [978300760, 978300761] },
    ],
    [
      'nanoseconds',
      'a.csv',
      'user,item,rating,time\n1,10,5,978300760000000000\n2,11,3,978300761000000000\n',
      { ...TWO, times: [978300760, 978300761] },
    ],
    [
      'names of months',
      'a.csv',
      'user,item,rating,date\n1,10,5,"Sep 6, 2005"\n2,11,3,"06 September 2005 01:00:00"\n',
      { ...TWO, times: [13_032 * DAY, 13_032 * DAY + 3600] },
    ],
    [
      'month, day and year between blanks',
      'a.csv',
      'user,item,rating,date\n1,10,5,"09 6, 2005"\n2,11,3,"12 31, 2019"\n',
      { ...TWO, times: [13_032 * DAY, 18_261 * DAY] },
    ],
    [
      'times that are none',
      'a.csv',
      'user,item,rating,date\n1,10,5,yesterday\n2,11,3,last week\n',
      { ...TWO, times: null, notes: ['way-of-reading'] },
    ],
    [
      'one time of two missing',
      'a.csv',
      'user,item,rating,date\n1,10,5,NA\n2,11,3,2020-01-01\n',
      { ...TWO, times: null, notes: ['missing-times'] },
    ],
    [
      'negative ratings',
      'a.csv',
      'user_id,anime_id,rating\n1,20,-1\n1,24,9\n3,20,8\n',
      { count: 3, users: 2, movies: 2, stars: [-1, 9, 8] },
    ],
    ['a header with a separator at its end', 'a.csv', 'userId,movieId,rating,\n1,10,5\n2,11,3\n', TWO],
    ['separators at the ends of all lines', 'a.csv', 'userId,movieId,rating,\n1,10,5,\n2,11,3,,\n', TWO],
    [
      'an empty rating',
      'a.csv',
      'userId,movieId,rating\n1,10,5\n2,11,\n3,10,4\n',
      { count: 2, users: 2, movies: 1, notes: ['incomplete-rows'] },
    ],
    ['sep=;', 'a.csv', 'sep=;\nuser;item;rating\n1;10;5\n2;11;3\n', TWO],
    ['comments', 'a.csv', '# ratings of a class\n# of 2019\nuser,item,rating\n1,10,5\n2,11,3\n', TWO],
    ['names in a comment', 'a.tsv', '% user item\n%user\titem\trating\n1\t10\t5\n2\t11\t3\n', TWO],
    ['lines of prose above', 'a.csv', 'Exported on 1 May\n\nuser,item,rating\n1,10,5\n2,11,3\n', TWO],
    ['names of rows as R writes them', 'a.csv', '"userId","movieId","rating"\n"1",1,10,5\n"2",2,11,3\n', TWO],
    [
      'RecBole’s typed names',
      'a.inter',
      'user_id:token\titem_id:token\trating:float\ttimestamp:float\n1\t10\t5\t978300760\n2\t11\t3\t978300761\n',
      { ...TWO, times: [978300760, 978300761] },
    ],
    [
      'quotes inside TSV',
      'a.tsv',
      'user\titem\trating\nanna\t"Heat" again\t5\nbob\tSe"ven\t3\n',
      { ...TWO, titles: ['"Heat" again', 'Se"ven'] },
    ],
    [
      'ids that have become decimals',
      'a.csv',
      'userId,movieId,rating\n1.0,10,5\n1,11.0,3\n2.0,10.0,4\n',
      { count: 3, users: 2, movies: 2 },
    ],
    [
      'Netflix’ blocks',
      'a.txt',
      '1:\n101,3,2005-09-06\n102,5,2005-05-13\n2:\n101,4,2005-10-19\n',
      { count: 3, users: 2, movies: 2, stars: [3, 5, 4], times: [13_032 * DAY, 12_916 * DAY, 13_075 * DAY] },
    ],
    ['a .gz', 'a.csv.gz', gzipSync('userId,movieId,rating\n1,10,5\n2,11,3\n3,10,4\n'), THREE],
    [
      'the headline of a review is no title',
      'a.csv',
      'user_id,asin,rating,title,text\n1,B1,5,Great!,I like it\n2,B1,1,Awful,I do not\n',
      { count: 2, users: 2, movies: 1, titles: ['B1'] },
    ],
    ['an id that no list has', 'a.csv', 'user_id,venue_id,rating\n1,10,5\n2,11,3\n', TWO],
  ])('%s', async (_, name, content, wanted) => {
    expect(await outcome(fileOf(name, content))).toMatchObject(wanted);
  });

  test('the largest counts are no mistakes', async () => {
    const plays = Array.from({ length: 20_000 }, (_, at) => 1 + Math.floor(30 / (1 + (at % 997))));
    const lines = plays.map((count, at) => `${at % 500},${at},${at === 5 ? 7000 : at === 6 ? 350 : count}`);
    const { ratings, notes } = await open(fileOf('a.csv', `user_id,artist_id,plays\n${lines.join('\n')}`));
    expect([ratings.count, ratings.scale.max, notes]).toEqual([20_000, 7000, []]);
  });
});

describe('a question comes with the right guess', () => {
  test.each<readonly [string, Content, Partial<ColumnMapping>]>([
    [
      'games without a header',
      '900000001,"Game A",purchase,1.0,0\n900000001,"Game A",play,273.0,0\n900000001,"Game B",purchase,1.0,0\n900000001,"Game B",play,87.0,0\n',
      { user: 0, item: 1, rating: 3 },
    ],
    ['counts after artists', 'who\tartist\tn\n2\t51\t13883\n2\t52\t11690\n3\t51\t11351\n', { user: 0, item: 1, rating: 2 }],
    ['a count before the item', 'user,play count,track name\n1,12,Song\n2,700,Other\n', { user: 0, item: 2, rating: 1 }],
    ['a number before two texts', 'alpha;beta;gamma\n4;w1;v1\n2;w2;v2\n', { user: 1, item: 2, rating: 0 }],
    [
      'a column of row numbers',
      '0,196,242,3.5,881250949\n1,186,302,3,891717742\n2,196,377,1,878887116\n3,22,377,4,880606923\n',
      { user: 1, item: 2, rating: 3, timestamp: 4 },
    ],
  ])('%s', async (_, content, guess) => {
    const { code, mapping } = await refusal(fileOf('a.csv', content));
    expect([code, mapping?.guess]).toEqual(['data-unmapped', guess]);
  });

  test('a header with a number in it', async () => {
    const { mapping } = await refusal(fileOf('a.csv', 'user,item,2\n1,10,5\n2,11,3\n'));
    expect(mapping).toMatchObject({
      columns: ['user', 'item', '2'],
      sample: [
        ['1', '10', '5'],
        ['2', '11', '3'],
      ],
      guess: { user: 0, item: 1, rating: 2 },
    });
  });

  test.each<readonly [string, Content, object, Wanted]>([
    [
      'a row for each user',
      'Name,Heat,Casino,Alien,Babe\nAnn,5,,3,\nBo,,4,,1\nCem,2,,,5\n',
      { rows: 'users', label: 0, first: 1, blank: null },
      { count: 6, users: 3, movies: 4, titles: ['Heat', 'Alien', 'Casino', 'Babe'] },
    ],
    [
      'a row for each movie',
      'movie,ann,bo,cem,dee\nHeat,5,,3,\nBabe,,4,,1\n',
      { rows: 'items', label: 0, first: 1, blank: null },
      { count: 4, users: 4, movies: 2 },
    ],
    [
      'zeros where nothing was rated',
      'user,1,2,3,4,5\n7,5,0,0,0,1\n8,0,0,2,0,0\n',
      { rows: 'users', label: 0, first: 1, blank: 0 },
      { count: 3, users: 2, movies: 3 },
    ],
    [
      'Jester',
      '2,-7.82,99,3.5,99,99\n1,99,99,99,99,9.1\n3,1,2,99,99,-4\n',
      { rows: 'users', label: null, first: 1, blank: 99 },
      { count: 6, users: 3, movies: 4 },
    ],
  ])('a table with %s', async (_, content, wide, wanted) => {
    const file = fileOf('a.csv', content);
    expect((await refusal(file)).mapping?.wide).toEqual(wide);
    expect(await outcome(file, { wide })).toMatchObject(wanted);
  });
});

const fixture = (name: string): Uint8Array => readFileSync(new URL(`./containers/fixtures/${name}`, import.meta.url));

describe('what is no text', () => {
  const sheet = { count: 2, users: 2, movies: 2, times: [11_687 * DAY, 13_032 * DAY], titles: ['Heat & <Dust>', 'Casino'] };

  test('Parquet and Excel are read as tables', async () => {
    expect(await outcome(fileOf('a.parquet', fixture('ratings-zstd.parquet')))).toMatchObject({
      count: 3,
      users: 3,
      movies: 3,
      stars: [4.5, 3, 5],
      times: [1_009_800_000, 1_009_843_200, 1_125_964_800],
    });
    expect(await outcome(fileOf('a.xlsx', fixture('ratings.xlsx')))).toMatchObject(sheet);
  });

  test('so are they in a zip, and beside titles', async () => {
    const files = { 'votes.xlsx': fixture('ratings.xlsx'), 'movies.csv': 'movieId,title\nCasino,Casino Royale\n' };
    expect(await outcome(await zipOf(files))).toMatchObject({ ...sheet, titles: ['Heat & <Dust>', 'Casino Royale'] });
    expect(
      await outcome(together({ 'ratings.parquet': fixture('ratings-snappy.parquet'), 'movies.csv': 'id,name\ne,Eden\n' })),
    ).toMatchObject({
      titles: expect.arrayContaining(['Eden']),
    });
  });
});

const RATINGS = 'userId,movieId,rating\n1,10,5\n2,11,3\n3,10,4\n';
const TRAIN = 'userId,movieId,rating\n1,1,3\n1,2,4\n1,3,5\n2,1,4\n';

describe('of several files', () => {
  test.each<readonly [string, Files, Wanted]>([
    [
      'books with a name of their own',
      {
        'ratings.csv': 'user_id,book_id,rating\n1,10,5\n2,10,4\n2,11,3\n',
        'books.csv': 'book_id,title\n10,Blue Book\n11,Red Book\n',
      },
      { count: 3, users: 2, movies: 2, titles: ['Blue Book', 'Red Book'], notes: [] },
    ],
    [
      'titles called names',
      { 'ratings.csv': RATINGS, 'movies.csv': 'id,name\n10,Ten\n11,Eleven\n' },
      { ...THREE, titles: ['Ten', 'Eleven'], notes: [] },
    ],
    [
      'titles that are none',
      { 'ratings.csv': RATINGS, 'movies.csv': 'a,b\n10,1\n' },
      { ...THREE, titles: ['Movie 10', 'Movie 11'] },
    ],
    ['an empty file of titles', { 'ratings.csv': RATINGS, 'movies.csv': '' }, { ...THREE, notes: ['unread-files'] }],
    [
      'users that cannot be read',
      {
        'ratings.dat': '1::10::5::978300760\n2::11::3::978300761\n',
        'movies.dat': '10::Ten (1990)::Drama\n11::Eleven::\n',
        'users.dat': '1::139564917\n',
      },
      { ...TWO, titles: ['Ten', 'Eleven'], notes: ['unread-files'] },
    ],
    [
      'Kaggle’s anime',
      {
        'rating.csv': 'user_id,anime_id,rating\n1,20,7\n2,24,9\n',
        'anime.csv':
          'anime_id,name,genre,type,episodes,rating,members\n20,Naruto,"Action, Comedy",TV,220,7.8,683297\n24,School,,TV,12,8.1,5\n',
      },
      { ...TWO, titles: ['Naruto', 'School'] },
    ],
    [
      'Kaggle’s MovieLens 20M',
      {
        'rating.csv': 'userId,movieId,rating,timestamp\n1,2,3.5,"2005-04-02 23:53:47"\n2,29,3.5,"2005-04-02 23:31:16"\n',
        'movie.csv': 'movieId,title,genres\n2,Jumanji (1995),Adventure|Children\n29,"City, The (1995)",Drama\n',
        'tag.csv': 'userId,movieId,tag,timestamp\n1,2,dark,"2009-04-24 18:19:40"\n',
        'link.csv': 'movieId,imdbId,tmdbId\n2,113497,8844\n',
      },
      { ...TWO, titles: ['Jumanji', 'City, The'], times: [1_112_486_027, 1_112_484_676], notes: [] },
    ],
    [
      'Book-Crossing',
      {
        'BX-Book-Ratings.csv': latin1(
          '"User-ID";"ISBN";"Book-Rating"\r\n"276725";"034545104X";"0"\r\n"276726";"0155061224";"5"\r\n',
        ),
        'BX-Books.csv': latin1(
          '"ISBN";"Book-Title";"Book-Author";"Year-Of-Publication"\r\n"034545104X";"Flesh \\"Tones\\"; a novel";"Rose";"2002"\r\n"0155061224";"Café";"Doe";"1991"\r\n',
        ),
        'BX-Users.csv': latin1('"User-ID";"Location";"Age"\r\n"276725";"köln";NULL\r\n"276726";"ulm";"18"\r\n'),
      },
      { ...TWO, titles: ['Flesh "Tones"; a novel', 'Café'] },
    ],
    [
      'HetRec Last.fm',
      {
        'user_artists.dat': 'userID\tartistID\tweight\n2\t51\t13883\n3\t52\t11690\n',
        'artists.dat': 'id\tname\turl\tpictureURL\n51\tDuran Duran\thttp://x\t\n52\tMorcheeba\thttp://y\t\n',
        'user_friends.dat': 'userID\tfriendID\n2\t275\n',
        'tags.dat': 'tagID\ttagValue\n1\tmetal\n',
        'user_taggedartists.dat': 'userID\tartistID\ttagID\tday\tmonth\tyear\n2\t52\t13\t1\t4\t2009\n',
      },
      { ...TWO, stars: [13883, 11690], titles: ['Duran Duran', 'Morcheeba'] },
    ],
    [
      'HetRec MovieLens',
      {
        'user_ratedmovies.dat':
          'userID\tmovieID\trating\tdate_day\tdate_month\tdate_year\n75\t3\t1\t29\t10\t2006\n78\t32\t4.5\t29\t10\t2006\n',
        'user_ratedmovies-timestamps.dat':
          'userID\tmovieID\trating\ttimestamp\n75\t3\t1\t1162160236000\n78\t32\t4.5\t1162160624000\n',
        'movies.dat': latin1(
          'id\ttitle\timdbID\tspanishTitle\tyear\n3\tGrumpier\t113228\tDos viejos gruñones\t1993\n32\tTwelve\t114746\tDoce\t1995\n',
        ),
      },
      { ...TWO, times: [1162160236, 1162160624], titles: ['Grumpier', 'Twelve'] },
    ],
    [
      'Goodbooks',
      {
        'ratings.csv': 'user_id,book_id,rating\n1,258,5\n2,4081,4\n',
        'books.csv':
          'book_id,goodreads_book_id,best_book_id,books_count,isbn,authors,original_publication_year,original_title,title,average_rating\n258,1,2,3,x,Zafón,2001.0,La sombra,The Shadow,4.2\n4081,1,2,3,y,Doe,1999.0,,Other,4\n',
        'to_read.csv': 'user_id,book_id\n9,8\n',
        'tags.csv': 'tag_id,tag_name\n0,-\n',
        'book_tags.csv': 'goodreads_book_id,tag_id,count\n1,30574,167697\n',
      },
      { ...TWO, titles: ['The Shadow', 'Other'] },
    ],
    [
      'MovieTweetings',
      {
        'ratings.dat': '1::0114508::8::1381006850\n2::0499549::0::1376753198\n',
        'movies.dat': '0114508::Species (1995)::Action|Horror\n0499549::Avatar (2009)::Action\n',
        'users.dat': '1::139564917\n2::17528189\n',
      },
      { ...TWO, stars: [8, 0], titles: ['Species', 'Avatar'] },
    ],
    [
      'Netflix’ titles',
      {
        'combined_data_1.txt': '1:\n101,3,2005-09-06\n102,5,2005-05-13\n2:\n101,4,2005-10-19\n',
        'movie_titles.csv': latin1('1,2003,Dinosaur Planet\n2,2004,Isle, The Café\n'),
      },
      { count: 3, users: 2, movies: 2, titles: ['Dinosaur Planet', 'Isle, The Café'] },
    ],
    [
      'MovieLens 100K with its splits',
      {
        'u.data': '1\t10\t5\t881250949\n2\t11\t3\t881250950\n',
        'u1.base': '1\t10\t5\t881250949\n',
        'u1.test': '2\t11\t3\t881250950\n',
        'u.info': '2 users\n',
      },
      TWO,
    ],
    [
      'ids with zeros in front on one side',
      { 'ratings.csv': 'userId,movieId,rating\n1,0010,5\n2,0011,3\n', 'movies.csv': 'movieId,title\n10,Ten\n11,Eleven\n' },
      { ...TWO, titles: ['Ten', 'Eleven'] },
    ],
  ])('%s: in a zip, and dropped together', async (_, files, wanted) => {
    expect(await outcome(await zipOf(files))).toMatchObject(wanted);
    expect(await outcome(together(files))).toMatchObject(wanted);
  });

  test('the order in which they are dropped does not matter, and all are named', async () => {
    const [a, b] = [
      together({ 'movies.csv': 'movieId,title\n10,Ten\n', 'ratings.csv': RATINGS }),
      together({ 'ratings.csv': RATINGS, 'movies.csv': 'movieId,title\n10,Ten\n' }),
    ];
    expect((await outcome(a)).titles).toEqual((await outcome(b)).titles);
    expect([a.name, b.name]).toEqual(['movies.csv and ratings.csv', 'ratings.csv and movies.csv']);
  });

  test.each<readonly [string, Files, readonly string[], boolean]>([
    [
      'train and test by their folders',
      {
        'd/test/ratings.csv': RATINGS,
        'd/train/ratings.csv': TRAIN,
        'd/movies.csv': 'movieId,title,genres\n10,Ten (1990),Drama\n',
      },
      ['d/test/ratings.csv', 'd/train/ratings.csv'],
      true,
    ],
    [
      'train and test by their names',
      { 'train.csv': TRAIN, 'test.csv': RATINGS, 'readme.txt': 'x' },
      ['train.csv', 'test.csv'],
      true,
    ],
    [
      'MovieLens 100K’s base and test',
      { 'u1.base': '1\t10\t5\t881250949\n', 'u1.test': '2\t11\t3\t881250950\n' },
      ['u1.base', 'u1.test'],
      true,
    ],
    [
      'tables of hours and purchases',
      {
        's/play.dat': 'User_ID\tGame_ID\tHours\n1\t1\t27\n2\t1\t8\n',
        's/purchase.dat': 'User_ID\tGame_ID\tPurchase\n1\t1\t1\n2\t1\t1\n',
      },
      ['s/play.dat', 's/purchase.dat'],
      false,
    ],
  ])('%s are asked for', async (_, files, paths, isSplit) => {
    const { code, tables } = await refusal(await zipOf(files, true));
    expect(code).toBe('data-tables');
    expect(tables?.tables.map(({ path }) => path).toSorted()).toEqual(paths.toSorted());
    expect(tables?.isSplit).toBe(isSplit);
  });

  test('the answer is taken: one of them, or all one after the other', async () => {
    const zip = await zipOf({ 'train.csv': TRAIN, 'test.csv': RATINGS });
    expect(await outcome(zip, { tables: { paths: ['test.csv'] } })).toMatchObject(THREE);
    const { ratings, origin } = await open(zip, { tables: { paths: ['train.csv', 'test.csv'], isSplit: true } });
    expect([[...(ratings.parts ?? [])], origin.layout?.parts]).toEqual([
      [0, 0, 0, 0, 2, 2, 2],
      ['train', 'test'],
    ]);
    expect(await outcome(zip, { tables: { paths: ['train.csv', 'test.csv'] } })).toMatchObject({ count: 7, users: 3, movies: 5 });
  });
});

describe('what is no file of ratings is told, with what to do', () => {
  test.each<readonly [string, Content, string, RegExp]>([
    [
      'a.csv',
      'user_id,rating\n1,10\n1,11\n2,10\n',
      '“a.csv” has two columns, “user_id” and “rating”: one of users, one of movies and one of ratings are needed.',
      /ratings/,
    ],
    [
      'movies.csv',
      'movieId,title,genres\n1,Heat,Crime\n',
      '“movies.csv” is a file of titles: it has no users and no ratings.',
      /together/,
    ],
    ['a.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0x10), '“a.jpg” is a picture, not a file of ratings.', /table/],
    ['a.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), '“a.xls” is an old Excel workbook, not a file of ratings.', /xlsx/],
    ['a.csv.bz2', Uint8Array.of(0x42, 0x5a, 0x68, 0x39), '“a.csv.bz2” is packed by bzip2, not a file of ratings.', /Unpack/],
  ])('%s', async (name, content, message, remedy) => {
    const error = await refusal(fileOf(name, content));
    expect([error.code, error.message]).toEqual(['data-no-ratings', message]);
    expect(error.remedy).toMatch(remedy);
  });

  test('ratings that are no numbers', async () => {
    const error = await refusal(fileOf('a.csv', 'userId,movieId,rating,timestamp\n1,1,x,1\n'));
    expect(error.message).toBe('a.csv, line 2: the rating “x” is not a number.');
  });

  test('a .gz that is cut off', async () => {
    const packed = gzipSync(RATINGS.repeat(50));
    expect(await refusal(fileOf('a.csv.gz', packed.subarray(0, packed.length - 12)))).toMatchObject({
      code: 'data-not-zip',
      message: '“a.csv.gz” is cut off or damaged.',
    });
  });
});

test('users without a number are found by their ids', async () => {
  const { ratings } = await open(fileOf('a.csv', 'user,item,rating\n00112233445566778,1,3\n00112233445566779,2,4\n'));
  expect(ratings.userIds.idOf(1 as UserIndex)).toBe('00112233445566779');
});
