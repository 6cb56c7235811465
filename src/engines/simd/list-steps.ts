import { createListBatches, listedUsers, usersOfStep } from '../../core/list-task.ts';
import { tableHeight } from '../../models/graph.ts';
import type { TakenLoss } from '../trainer.ts';
import { joinRows } from './join-rows.ts';
import { stepsOf } from './list-settings.ts';
import type { Machine } from './machine.ts';
import { floatsAt, wordsAt } from './memory/heap.ts';
import type { KeptOptions } from './trainer-parts.ts';

/** The calling thread's part of a list task. */
export interface ListSteps {
  /** Sets the users of the coming epoch. */
  begin(users?: Int32Array): void;
  /** Puts what a step looks at where its shares find it: the users and movies of the list, after those of its batch in the window. */
  place(index: number, first: number, count: number, stepsDone: number): void;
  takeLoss(): Required<TakenLoss>['list'];
}

export function createListSteps(options: KeptOptions, { plan, heap, takeListLoss }: Machine): ListSteps | null {
  const { graph, listTask, seed } = options;
  const { list } = plan;
  if (!list || !listTask) return null;
  const { settings, joined } = list;
  const movies = tableHeight(graph, 'movie');
  const batches = createListBatches(listTask, movies, seed);
  const words = (address: number, length: number): Int32Array => wordsAt(heap, address, length);
  const sizes = words(list.sizes, 3);
  let order = new Int32Array();
  let counted = 0;
  return {
    begin(users = listedUsers(listTask.liked, movies)) {
      order = users.slice();
      takeListLoss();
      counted = 0;
    },
    place(index, first, count, stepsDone) {
      const batch = batches(usersOfStep(order, index, stepsOf(options.count, options.batchSize)), stepsDone);
      sizes.set([batch.users.length, batch.movies.length, batch.liked.length]);
      words(list.users, settings.users).set(batch.users);
      words(list.movies, settings.movies).set(batch.movies);
      floatsAt(heap, list.corrections, settings.movies).set(batch.corrections);
      words(list.likers, settings.pairs).set(batch.likers);
      words(list.liked, settings.pairs).set(batch.liked);
      for (const column of ['user', 'movie'] as const) {
        const of = column === 'user' ? batch.users : batch.movies;
        joinRows(plan, heap, column, joined[column], first, count, of);
      }
      counted += batch.liked.length;
    },
    takeLoss() {
      const taken = { total: takeListLoss(), examples: counted };
      counted = 0;
      return taken;
    },
  };
}
