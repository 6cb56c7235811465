import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import JSZip from 'jszip';
import { bundleFiles } from '../../src/core/file-bundle.ts';
import type { Random } from '../../src/core/random.ts';

/** What reads a fuzzed input. */
export type Reader = Table | 'ratings' | Container;
type Table = 'titles' | 'users' | 'person' | 'movies.dat' | 'u.item' | 'u.genre' | 'users.dat' | 'u.user';
type Container = 'zip' | 'tar' | 'tar.gz' | 'csv.gz' | 'parquet' | 'xlsx';

export interface Seed {
  readonly reader: Reader;
  readonly bytes: Uint8Array;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const RATINGS: readonly [string, string, string, string, ...string[]] = [
  'userId,movieId,rating,timestamp\r\n1,31,2.5,1260759144\r\n1,1029,3.0,1260759179\r\n7,31,4.5,835355493\r\n',
  'movieId,rating,userId,timestamp\n31,2.5,1,1260759144\n1029,3,1,1260759179\n',
  '1::1193::5::978300760\n1::661::3::978302109\n2::1193::4::978298413\n',
  '196\t242\t3\t881250949\n186\t302\t3\t891717742\n22\t377\t1\t878887116\n',
  '"user","item","rating","title"\n"anna","a1",4.5,"Heat, ""the"" film (1995)"\n"zoë","a2",3,"Misérables, Les"\n',
  'user;film;score;date\nanna;Heat;4,5;2001-12-31\nbob;Casino;3;2002-01-01 12:30\n',
  '{"user":"anna","item":7,"rating":4.5,"timestamp":1260759144000}\n{"user":"bob","item":8,"rating":2}\n',
  'who\twhat\thow\nanna\tHeat\t4\nbob\tHeat\t5\n',
  '1|2|3\n4|5|6\n7|8|9\n',
  '1 10 5 1260759144\n1  11 3.5 1260759145\n2 10 4 1260759146\n',
  'sep=;\nuser;item;rating;date\n1;10;1.234,5;31.12.2019\n2;11;"2,0";01.01.2020 12:30\n',
  '# made by hand\nuser_id:token\titem_id:token\trating:float\ttimestamp:float\n1\t"Heat" again\t5\t20050906\n',
  '"userId","movieId","rating","time"\n"1",1,10,"Sep 6, 2005"\n"2",2,NA,"12/31/2019"\n',
  '1:\n101,3,2005-09-06\n102,5,2005-05-13\n2:\n101,4,2005-10-19\n',
  'Name,Heat,Casino,Alien,Babe\nAnn,5,,3,\nBo,,4,,1\nCem,2,,,5\n',
  '2,-7.82,99,3.5,99,99\n1,99,99,99,99,9.1\n3,1,2,99,99,-4\n',
  '[\n {"user": 1, "item": 90000000000000001, "rating": 5},\n {"user": "a\\"]", "item": 11, "rating": 3}\n]\n',
  'user,item,rating\r1,10,5\r2,11,3\r',
];

const TABLES: readonly (readonly [Table, string])[] = [
  ['titles', 'movieId,title,genres\r\n1,Toy Story (1995),Adventure|Animation\r\n73,"Misérables, Les (1995)",Drama|War\r\n'],
  ['titles', 'movieId,title,genres\n7789,"11\'09""01 - September 11 (2002)",Drama\n3,Heat,(no genres listed)\n'],
  ['movies.dat', "1::Toy Story (1995)::Animation|Children's|Comedy\n73::Misérables, Les (1995)::Drama|Musical\n"],
  ['u.item', `1|Toy Story (1995)|01-Jan-1995||http://x|${'0|'.repeat(18)}1\n267|unknown||||1${'|0'.repeat(18)}\n`],
  ['u.genre', 'unknown|0\nAction|1\nAdventure|2\n\n'],
  ['users.dat', '1::F::1::10::48067\n2::M::56::16::70072-1234\n'],
  ['titles', '"ISBN";"Book-Title";"Year"\r\n"034545104X";"Flesh \\"Tones\\"; a novel";"2002"\r\n"015";"Café";"1991"\r\n'],
  ['titles', '1,2003,Dinosaur Planet\n2,2004,Isle, The Café\n'],
  ['users', 'user_id,sex,age,job,zip_code\n1,female,24.0,writer,85711\n2,M,,NA,x\n'],
  ['u.user', '1|24|M|technician|85711\n2|53|F|other|T8H1N\n'],
  [
    'person',
    'Date,Name,Year,Letterboxd URI,Rating\n2021-03-14,Heat,1995,https://boxd.it/2a1m,4.5\n2021-03-15,"Casino, The",1995,https://boxd.it/2b3c,3\n',
  ],
  [
    'person',
    'Const,Your Rating,Date Rated,Title,Original Title,URL,Title Type,Year\ntt1,10,2019-05-02,Heat,Heat,https://x,Movie,1995\n',
  ],
  [
    'person',
    'Book Id,Title,Author,My Rating,Year Published,Original Publication Year,Date Added\n7,"Heat (Fire, #1)",A,4,1999,1995,2020/01/02\n',
  ],
];

const FIXTURES = 'src/data/containers/fixtures/';
const fixture = async (name: string): Promise<Uint8Array> => new Uint8Array(await readFile(`${FIXTURES}${name}`));

/** A zip without compression, so that what is altered is what is in it. */
async function storedAnew(zip: Uint8Array): Promise<Uint8Array> {
  return await (await JSZip.loadAsync(zip)).generateAsync({ type: 'uint8array', compression: 'STORE' });
}

/** Valid files of every format, which the fuzzing starts from. */
export async function seedFiles(): Promise<readonly Seed[]> {
  const ratings = RATINGS.map((text): Seed => ({ reader: 'ratings', bytes: utf8(text) }));
  const tables = TABLES.map(([reader, text]): Seed => ({ reader, bytes: utf8(text) }));
  const zips = [
    { 'ml/ratings.csv': RATINGS[0], 'ml/movies.csv': TABLES[0]?.[1] },
    { 'ml-1m/ratings.dat': RATINGS[2], 'ml-1m/movies.dat': TABLES[2]?.[1], 'ml-1m/users.dat': TABLES[5]?.[1] },
    { 'u.data': RATINGS[3], 'u.item': TABLES[3]?.[1], 'u.user': TABLES[6]?.[1] },
    { 'mine.jsonl': RATINGS[6] },
    { 'd/train.csv': RATINGS[0], 'd/test.csv': RATINGS[1], 'books.csv': TABLES[0]?.[1] },
  ].map(async (files): Promise<Seed> => {
    const zip = new JSZip();
    for (const [name, text] of Object.entries(files)) zip.file(name, text ?? '');
    return { reader: 'zip', bytes: await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }) };
  });
  const tar = new Uint8Array(
    await bundleFiles([
      { path: 'd/ratings.csv', file: new File([RATINGS[0]], 'ratings.csv') },
      { path: 'd/movies.csv', file: new File([TABLES[0]?.[1] ?? ''], 'movies.csv') },
    ]).arrayBuffer(),
  );
  const containers: readonly Seed[] = [
    { reader: 'tar', bytes: tar },
    { reader: 'tar.gz', bytes: gzipSync(tar) },
    { reader: 'csv.gz', bytes: gzipSync(RATINGS[0]) },
    { reader: 'parquet', bytes: await fixture('ratings-none.parquet') },
    { reader: 'parquet', bytes: await fixture('ratings-snappy.parquet') },
    { reader: 'xlsx', bytes: await fixture('ratings.xlsx') },
    { reader: 'xlsx', bytes: await storedAnew(await fixture('ratings.xlsx')) },
  ];
  const utf16 = Uint8Array.from(`\uFEFF${RATINGS[0]}`.split('').flatMap((letter) => [letter.charCodeAt(0), 0]));
  const wide: Seed = { reader: 'ratings', bytes: Uint8Array.of(0xff, 0xfe, ...utf16.subarray(2)) };
  return [...ratings, wide, ...tables, ...containers, ...(await Promise.all(zips))];
}

/** What has broken parsers before: numbers at their limits, quotes, separators, odd characters, other files' beginnings. */
const NASTY: readonly Uint8Array[] = [
  ...[
    'NaN',
    'Infinity',
    '-1',
    '-0',
    '1e309',
    '1e-320',
    '2147483648',
    '9007199254740993',
    '0x10',
    '٣',
    '1.2.3',
    '.',
    '+',
    '-',
    '',
  ],
  ...[
    '"',
    '""',
    '"""',
    ',',
    ',,,,,,,,',
    ';',
    '|',
    '::',
    ':::',
    ':',
    '\t',
    '\n',
    '\r',
    '\r\n',
    '\n\n\n',
    '\0',
    '\uFEFF',
    '\u2028',
  ],
  ...['<script>alert(1)</script>', '{', '}', '[]', '{"a":{}}', 'null', '__proto__', 'constructor', 'PK\x03\x04', 'PK\x05\x06'],
  ...[
    'userId,movieId,rating,timestamp\n',
    '0001-01-01',
    '9999-12-31T23:59:59Z',
    '2001-13-45',
    '99999999999999999999',
    'a'.repeat(5000),
  ],
].map(utf8);

const draw = (random: Random, below: number): number => random.nextUint32() % below;

/** A damaged copy: bytes changed, taken out, doubled, cut off, or replaced by something nasty. */
export function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let result = bytes;
  for (let times = 1 + draw(random, 4); times > 0; times--) result = mutateOnce(result, random);
  return result;
}

function mutateOnce(bytes: Uint8Array, random: Random): Uint8Array {
  const at = draw(random, bytes.length + 1);
  const to = Math.min(bytes.length, at + draw(random, 20));
  const splice = (middle: Uint8Array, end = to): Uint8Array =>
    Uint8Array.of(...bytes.subarray(0, at), ...middle, ...bytes.subarray(end));
  switch (draw(random, 7)) {
    case 0:
      return bytes.slice(0, at);
    case 1:
      return splice(new Uint8Array());
    case 2:
      return splice(bytes.subarray(at, to), at);
    case 3:
      return splice(Uint8Array.from({ length: draw(random, 8) }, () => random.nextUint32()));
    case 4:
      return at < bytes.length ? bytes.with(at, random.nextUint32() & 255) : bytes;
    default:
      return splice(NASTY[draw(random, NASTY.length)] as Uint8Array, draw(random, 2) === 0 ? at : to);
  }
}

/** Bytes without a plan: any, or such as tables consist of. */
export function noise(random: Random): Uint8Array {
  const letters = utf8('0123456789,;:|\t\n\r"\'. -{}aZé');
  const isAny = draw(random, 2) === 0;
  return Uint8Array.from({ length: draw(random, 300) }, () =>
    isAny ? random.nextUint32() : (letters[draw(random, letters.length)] as number),
  );
}
