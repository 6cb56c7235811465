import { LIST_DRAWS, listedUsers } from '../../core/list-task.ts';
import { tableHeight } from '../../models/graph.ts';
import { countOf } from '../examples.ts';
import type { TrainerOptions } from '../trainer.ts';
import type { ListSettings } from './plan/list-plan.ts';

/** Of an epoch over so many examples. */
export const stepsOf = (count: number, batchSize: number): number => Math.ceil(count / batchSize);

/** How much room a step's list task needs. */
export function listSettings(options: TrainerOptions): ListSettings | null {
  const { graph, listTask, examples, batchSize } = options;
  if (!listTask) return null;
  const { weight, softmax, l2, liked, drawn } = listTask;
  const movies = tableHeight(graph, 'movie');
  const { offsets } = liked;
  const lengths = listedUsers(liked, movies)
    .map((user) => (offsets[user + 1] as number) - (offsets[user] as number))
    .sort();
  // Whoever asks for lists gets them of so many at a time.
  const users = Math.max(1, Math.ceil(lengths.length / stepsOf(countOf(examples), batchSize)));
  const pairs = lengths.subarray(lengths.length - users).reduce((sum, length) => sum + length, 0);
  return { weight, softmax, l2, users, movies: drawn ? Math.min(movies, LIST_DRAWS + pairs) : movies, pairs };
}
