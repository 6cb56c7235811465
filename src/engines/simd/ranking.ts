import { tableHeight } from '../../models/graph.ts';
import { checkUsers } from '../check-options.ts';
import type { Trainer } from '../trainer.ts';
import { wordsAt } from './memory/heap.ts';
import { blockColumns, blockRows } from './memory/matrix.ts';
import type { ListPlan } from './plan/list-plan.ts';
import { lookUpUsers } from './plan/look-up-users.ts';
import type { TrainerParts } from './trainer-parts.ts';

/** The part of a trainer that scores movies by the second head, by the calling thread alone. */
export function createRanking(parts: TrainerParts): Pick<Trainer, 'rank'> {
  const { options, machine, clock, requireAlive } = parts;
  const { list } = machine.plan;
  if (!list) return {};
  const movies = tableHeight(options.graph, 'movie');
  return {
    async rank(users) {
      requireAlive();
      checkUsers(options.graph, users);
      const ranks = new Float32Array(users.length * movies);
      clock.whileSettled(() => {
        for (let from = 0; from < users.length; from += list.settings.users) {
          const block = users.subarray(from, from + list.settings.users);
          rankBlock(parts, list, block, movies, ranks.subarray(from * movies));
        }
      });
      return ranks;
    },
  };
}

/** As many users as a step has at most, a stretch of movies at a time. */
function rankBlock({ machine }: TrainerParts, list: ListPlan, users: Int32Array, movies: number, to: Float32Array): void {
  const { heap, kernels } = machine;
  const { tables, flipped, scores, zeros, settings } = list;
  const { address, stride, node } = tables.movies;
  wordsAt(heap, list.users, users.length).set(users);
  lookUpUsers(kernels, list, users.length);
  // The product works on four movies at a time, so that a table's last may be followed by what is none.
  for (let from = 0; from < movies; from += settings.movies) {
    const rows = Math.min(settings.movies, movies - from);
    const [m, n] = [blockRows(rows), blockColumns(users.length)];
    const a = address + from * stride;
    kernels.gemm(a, stride, 4, flipped.base, flipped.stride, zeros, 0, scores.base, scores.stride, m, n, node.width);
    copyOut(heap.floats, list, from, rows, users.length, movies, to);
  }
}

/** With the movies' biases added. */
function copyOut(
  floats: Float32Array,
  { scores, tables: { bias } }: ListPlan,
  first: number,
  rows: number,
  users: number,
  movies: number,
  to: Float32Array,
): void {
  const [step, from] = [scores.stride / 4, scores.base / 4];
  for (let i = 0; i < rows; i++) {
    const c = floats[(bias.address + (first + i) * bias.stride) / 4] as number;
    for (let b = 0; b < users; b++) to[b * movies + first + i] = (floats[from + i * step + b] as number) + c;
  }
}
