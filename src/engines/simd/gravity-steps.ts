import { turnOf } from '../../core/gravity.ts';
import { gravityTables } from '../../models/gravity.ts';
import { joinRows } from './join-rows.ts';
import { stepsOf } from './list-settings.ts';
import type { Machine } from './machine.ts';
import { floatsAt, type Heap, wordsAt } from './memory/heap.ts';
import type { EmbeddingTable } from './memory/tables.ts';
import type { GravitySide } from './plan/gravity-plan.ts';
import type { KeptOptions } from './trainer-parts.ts';

/** The calling thread's part of gravity. */
export interface GravitySteps {
  /** Works the Gramians out; all rows have to be up to date. */
  begin(): void;
  /** Puts the rows that a step pulls where its shares find them, after those of its batch in the window. */
  place(index: number, first: number, count: number): void;
}

export function createGravitySteps(options: KeptOptions, { plan, heap }: Machine): GravitySteps | null {
  const tables = gravityTables(options.graph);
  const { gravity } = plan;
  if (!tables || !gravity) return null;
  const { user, movie } = gravity;
  const strength = 2 * tables.weight;
  return {
    begin() {
      fillGramian(heap, user, movie.table, strength);
      fillGramian(heap, movie, user.table, strength);
    },
    place(index, first, count) {
      for (const column of ['user', 'movie'] as const) {
        const { size, rows, joined } = gravity[column];
        const { from, to } = turnOf(tables[column].rows, index, stepsOf(options.count, options.batchSize));
        const pulled = Int32Array.from({ length: to - from }, (_, i) => from + i);
        wordsAt(heap, size, 1)[0] = pulled.length;
        wordsAt(heap, rows, pulled.length).set(pulled);
        joinRows(plan, heap, column, joined, first, count, pulled);
      }
    },
  };
}

/** `strength` times the mean of the outer product of a row of `other` with itself. */
function fillGramian(heap: Heap, { gramian }: GravitySide, other: EmbeddingTable, strength: number): void {
  const { width, rows } = other.node;
  const sums = new Float64Array(width * width);
  for (let row = 0; row < rows; row++) {
    const x = floatsAt(heap, other.address + row * other.stride, width);
    for (let i = 0; i < width; i++) {
      const xi = x[i] as number;
      for (let j = 0; j <= i; j++) sums[i * width + j] = (sums[i * width + j] as number) + xi * (x[j] as number);
    }
  }
  for (let i = 0; i < width; i++) {
    const line = floatsAt(heap, gramian.base + i * gramian.stride, width);
    for (let j = 0; j < width; j++) line[j] = (strength * (sums[Math.max(i, j) * width + Math.min(i, j)] as number)) / rows;
  }
}
