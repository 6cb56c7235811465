import { expect, test } from 'vitest';
import { detectLayout } from './detect.ts';
import { grouplensCsv } from './grouplens-csv.ts';

const HEADER = 'userId,movieId,rating,timestamp';
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each(['\n', '\r\n'])('of GroupLens’ file it says the same as what tells any layout', (end) => {
  const head = encode([HEADER, '1,31,2.5,1260759144', '1,1029,3.0,1260759179', '7,31,4,835355493', ''].join(end));
  expect(grouplensCsv(head)).toEqual(detectLayout(head, 'ratings.csv', {}));
});

test.each([
  ['another order', 'movieId,userId,rating,timestamp\n1,2,3,1260759144\n1,2,3,1260759144\n'],
  ['times of another kind', `${HEADER}\n1,2,3,20050906\n1,3,3,20050907\n`],
  ['a row that is not whole', `${HEADER}\n1,2,3,1260759144\n1,2,,1260759144\n1,2,3,1260759144\n`],
  ['texts', `${HEADER}\nanna,2,3,1260759144\nbob,2,3,1260759144\n`],
  ['a single row', `${HEADER}\n1,2,3,1260759144\n`],
])('%s is left to that', (_, text) => {
  expect(grouplensCsv(encode(text))).toBeNull();
});
