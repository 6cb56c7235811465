import { expect, test } from 'vitest';
import { detectLayout } from './detect.ts';
import { grouplensLayout } from './grouplens-layout.ts';

const HEADER = 'userId,movieId,rating,timestamp';
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

test.each(['\n', '\r\n'])('of GroupLens’ file it says the same as what tells any layout', (end) => {
  const head = encode([HEADER, '1,31,2.5,1260759144', '1,1029,3.0,1260759179', '7,31,4,835355493', ''].join(end));
  expect(grouplensLayout(head)).toEqual(detectLayout(head, 'ratings.csv', {}));
});

test.each(['1::1193::5::978300760\n1::661::3::978302109\n', '196\t242\t3\t881250949\n186\t302\t3\t891717742\n'])(
  'so it does of its older ones',
  (text) => {
    expect(grouplensLayout(encode(text))).toEqual(detectLayout(encode(text), 'x', {}));
  },
);

test.each([
  ['another order', 'movieId,userId,rating,timestamp\n1,2,3,1260759144\n1,2,3,1260759144\n'],
  ['times of another kind', `${HEADER}\n1,2,3,20050906\n1,3,3,20050907\n`],
  ['a row that is not whole', `${HEADER}\n1,2,3,1260759144\n1,2,,1260759144\n1,2,3,1260759144\n`],
  ['texts', `${HEADER}\nanna,2,3,1260759144\nbob,2,3,1260759144\n`],
  ['a single row', `${HEADER}\n1,2,3,1260759144\n`],
])('%s is left to that', (_, text) => {
  expect(grouplensLayout(encode(text))).toBeNull();
});
