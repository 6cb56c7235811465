import { tableHeight } from '../../models/graph.ts';
import { checkUsers } from '../check-options.ts';
import type { Trainer } from '../trainer.ts';
import { floatsAt } from './memory/heap.ts';
import type { EmbeddingTable } from './memory/tables.ts';
import type { TrainerParts } from './trainer-parts.ts';

/** The part of a trainer that scores movies by the second head: once a user, so that plain arithmetic does. */
export function createRanking({ options, machine, clock, requireAlive }: TrainerParts): Pick<Trainer, 'rank'> {
  const { heap, plan } = machine;
  const { list } = plan;
  if (!list) return {};
  const { users: p, movies: q, bias, gain } = list.tables;
  const { width } = p.node;
  const movies = tableHeight(options.graph, 'movie');
  const rowOf = ({ address, stride }: EmbeddingTable, row: number): number => (address + row * stride) / 4;
  return {
    async rank(users) {
      requireAlive();
      checkUsers(options.graph, users);
      const scores = new Float32Array(users.length * movies);
      clock.whileSettled(() => {
        const { floats } = heap;
        const gains = floatsAt(heap, gain.weights, width);
        users.forEach((user, b) => {
          const from = rowOf(p, user);
          const gained = gains.map((a, d) => a * (floats[from + d] as number));
          for (let movie = 0; movie < movies; movie++) {
            const at = rowOf(q, movie);
            let sum = floats[rowOf(bias, movie)] as number;
            for (let d = 0; d < width; d++) sum += (gained[d] as number) * (floats[at + d] as number);
            scores[b * movies + movie] = sum;
          }
        });
      });
      return scores;
    },
  };
}
