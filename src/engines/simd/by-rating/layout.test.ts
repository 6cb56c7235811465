import { expect, test } from 'vitest';
import type { EmbeddingNode, Graph } from '../../../models/graph.ts';
import { CACHE_LINE, createArena } from '../memory/arena.ts';
import { createTables, type EmbeddingTable } from '../memory/tables.ts';

const table = (name: string, of: 'user' | 'movie', width: number): EmbeddingNode => ({
  ...{ kind: 'embedding', name, of, rows: 5, width, l2: 0 },
  initializer: { kind: 'zeros' },
});

const graphOf = (width: number): Graph => ({
  nodes: [
    table('p', 'user', width),
    table('q', 'movie', width),
    { kind: 'dot', name: 'match', inputs: ['p', 'q'] },
    table('b', 'user', 1),
    table('c', 'movie', 1),
    { kind: 'add', name: 'sum', inputs: ['match', 'b', 'c'] },
    { kind: 'scale', name: 'rating', input: 'sum', factor: 1, offset: 3 },
  ],
});

test.each([1, 4, 5, 12, 13, 50, 60, 64, 128])('a row of %i factors has its bias and cache lines of its own', (width) => {
  const graph = graphOf(width);
  const { embeddings } = createTables(graph, {}, createArena(4096, 1, 0), 'apart');
  for (const [name, bias] of [
    ['p', 'b'],
    ['q', 'c'],
  ] as const) {
    const { address, stride, span } = embeddings.get(name) as EmbeddingTable;
    const hosted = embeddings.get(bias) as EmbeddingTable;
    expect([address % CACHE_LINE, stride % CACHE_LINE]).toEqual([0, 0]);
    expect(hosted.stride).toBe(stride);
    expect(hosted.address - address).toBeGreaterThanOrEqual(span);
    expect(hosted.address - address + hosted.span).toBeLessThanOrEqual(stride);
  }
});
