import { expect, test } from 'vitest';
import { tallest, widthsIn, withRooms } from './rows.mjs';

const CSS = `.reserved {
  display: grid;
}

.reserved {
  --data: 690;
  --run: 714;
}

/* Wide. */
@container (inline-size >= 400px) {
  .reserved {
    --data: 621;
    --run: 655;
  }
}

.reserved[data-room="data"] {
  --room: var(--data);
}
`;

test('rows are found by their widths and written in their place, and nothing else is touched', () => {
  expect(widthsIn(CSS)).toEqual([0, 400]);
  const rooms = new Map([
    [0, { data: 700, run: 714 }],
    [400, { data: 10 }],
  ]);
  expect(withRooms(CSS, rooms)).toBe(CSS.replace('690', '700').replace('621', '10'));
  expect(withRooms(CSS, new Map())).toBe(CSS);
});

test('of two browsers the taller room counts', () => {
  expect(tallest({ data: 3, run: 5 }, { data: 4 })).toEqual({ data: 4, run: 5 });
});
