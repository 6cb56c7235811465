import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutColumns } from './columns.ts';
import { type Item, type Layout, ranksOf } from './layout.ts';
import { layOutRails } from './rails.ts';

/** Each item reads some of those before it; the last reads all that nobody else reads, as the prediction of a graph does. */
const items = fc
  .array(fc.record({ height: fc.integer({ min: 20, max: 120 }), picks: fc.array(fc.nat(), { maxLength: 4 }) }), {
    minLength: 2,
    maxLength: 24,
  })
  .map((drafts): readonly Item[] => {
    const inputs = drafts.map(({ picks }, at) => [...new Set(at === 0 ? [] : picks.map((pick) => `box ${pick % at}`))]);
    const read = new Set(inputs.flat());
    const unread = drafts.map((_, at) => `box ${at}`).filter((id, at) => at < drafts.length - 1 && !read.has(id));
    inputs[drafts.length - 1] = [...new Set([...(inputs.at(-1) as string[]), ...unread])];
    return drafts.map(({ height }, at) => ({ id: `box ${at}`, height, inputs: inputs[at] as string[] }));
  });

function expectTidy(layout: Layout, placed: readonly Item[]): void {
  expect(layout.boxes.map(({ id }) => id).toSorted()).toEqual(placed.map(({ id }) => id).toSorted());
  for (const [at, a] of layout.boxes.entries()) {
    expect(a.x).toBeGreaterThanOrEqual(0);
    expect(a.y).toBeGreaterThanOrEqual(-1e-6);
    expect(a.x + a.width).toBeLessThanOrEqual(layout.width + 1e-6);
    expect(a.y + a.height).toBeLessThanOrEqual(layout.height + 1e-6);
    for (const b of layout.boxes.slice(at + 1)) {
      const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      expect(apart, `${a.id} and ${b.id}`).toBe(true);
    }
  }
  const wanted = placed.flatMap(({ id, inputs }) => inputs.map((input) => `${input} → ${id}`));
  expect(layout.edges.map(({ from, to }) => `${from} → ${to}`).toSorted()).toEqual(wanted.toSorted());
  for (const { path } of layout.edges) expect(path).not.toMatch(/NaN|undefined/);
}

describe('columns', () => {
  test('every box and arrow is placed, no two boxes meet, and arrows lead to the right', () => {
    fc.assert(
      fc.property(items, (graph) => {
        const layout = layOutColumns(graph, 5000);
        if (layout === null) return expect.fail('5,000 px hold 24 columns');
        expectTidy(layout, graph);
        const x = new Map(layout.boxes.map((box) => [box.id, box.x]));
        for (const { from, to } of layout.edges) expect(x.get(from)).toBeLessThan(x.get(to) as number);
      }),
    );
  });

  test('no arrow runs through a box that it passes', () => {
    fc.assert(
      fc.property(items, (graph) => {
        const layout = layOutColumns(graph, 5000) as Layout;
        for (const { path } of layout.edges) {
          // Between its bends an arrow goes straight on at one height, over the width of the column that it passes.
          for (const [, x, y, across] of path.matchAll(/([\d.e-]+),([\d.e-]+)h([\d.]+)/g)) {
            const [from, height] = [Number(x), Number(y)];
            const hit = layout.boxes.filter((box) => box.x < from + Number(across) && box.x + box.width > from);
            for (const box of hit) expect(height <= box.y || height >= box.y + box.height).toBe(true);
          }
        }
      }),
    );
  });

  test('do not fit into too little width', () => {
    const chain = ['a', 'b', 'c', 'd'].map((id, at, all) => ({ id, height: 20, inputs: all.slice(Math.max(0, at - 1), at) }));
    expect(layOutColumns(chain, 360)).toBeNull();
    expect(layOutColumns(chain, 640)?.width).toBeLessThanOrEqual(640);
  });

  test('a chain is a straight line', () => {
    const chain = ['a', 'b', 'c'].map((id, at, all) => ({
      id,
      height: 20 + 30 * at,
      inputs: all.slice(Math.max(0, at - 1), at),
    }));
    const middles = layOutColumns(chain, 900)?.boxes.map(({ y, height }) => y + height / 2);
    expect(new Set(middles?.map((y) => y.toFixed(6))).size).toBe(1);
  });
});

describe('rails', () => {
  test('every box and arrow is placed, no two boxes meet, and arrows lead downwards', () => {
    fc.assert(
      fc.property(items, (graph) => {
        const layout = layOutRails(graph, 360);
        expectTidy(layout, graph);
        const y = new Map(layout.boxes.map((box) => [box.id, box.y]));
        for (const { from, to } of layout.edges) expect(y.get(from)).toBeLessThan(y.get(to) as number);
      }),
    );
  });

  test('rails in one lane never meet', () => {
    fc.assert(
      fc.property(items, (graph) => {
        const spans = new Map<string, { from: number; to: number; source: string }[]>();
        for (const { from: source, path } of layOutRails(graph, 360).edges) {
          const rail = /M[\d.]+,([\d.]+)H([\d.]+)Q.*V([\d.]+)Q/.exec(path);
          if (!rail) continue;
          const [, from, lane = '', to] = rail;
          spans.set(lane, [...(spans.get(lane) ?? []), { from: Number(from), to: Number(to), source }]);
        }
        for (const lane of spans.values()) {
          for (const a of lane) {
            for (const b of lane) if (a.source !== b.source) expect(a.to < b.from || b.to < a.from).toBe(true);
          }
        }
      }),
    );
  });
});

test('a rank is the length of the longest way', () => {
  const graph = [
    { id: 'a', inputs: [] },
    { id: 'b', inputs: ['a'] },
    { id: 'c', inputs: ['a', 'b'] },
    { id: 'd', inputs: ['a'] },
  ].map((item) => ({ ...item, height: 1 }));
  expect([...ranksOf(graph).values()]).toEqual([0, 1, 2, 1]);
});
