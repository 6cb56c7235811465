import { type Column, columnsOf, tableHeight } from '../../models/graph.ts';
import { countOf, piecesOf } from '../examples.ts';
import { columnOf, type Examples, type TrainerOptions } from '../trainer.ts';
import { floatsAt, type Heap, wordsAt } from './memory/heap.ts';
import type { Plan } from './plan/plan.ts';
import { codeValues, type ValueCodes } from './value-codes.ts';

/** What stands above the movie in a word is the code of the target (`layOutPacked`). */
const MOVIE_BITS = 24;

/**
 * The codes of the targets where an example is to be kept in two words, the user and the movie with the code; null where it takes a word for
 * each column and one for the target: where something else is looked up, or there are too many movies or targets.
 */
export function codesFor({ graph, examples }: TrainerOptions): ValueCodes | null {
  const isPacked = columnsOf(graph).length === 2 && tableHeight(graph, 'movie') <= 2 ** MOVIE_BITS;
  return isPacked ? codeValues(targetsOf(piecesOf(examples))) : null;
}

function* targetsOf(pieces: Iterable<Examples>): Iterable<Float32Array> {
  for (const { targets } of pieces) yield targets;
}

export function storeExamples(plan: Plan, heap: Heap, examples: Examples, codes: ValueCodes | null): void {
  if (codes) floatsAt(heap, plan.targetValues, codes.values.length).set(codes.values);
  let stored = 0;
  for (const piece of piecesOf(examples)) {
    if (codes) storePacked(plan, heap, piece, codes, stored);
    else storeColumns(plan, heap, piece, stored);
    stored += countOf(piece);
  }
}

function storePacked(plan: Plan, heap: Heap, { users, movies, targets }: Examples, codes: ValueCodes, first: number): void {
  const words = wordsAt(heap, plan.examples + 8 * first, 2 * targets.length);
  for (let i = 0; i < targets.length; i++) {
    words[2 * i] = users[i] as number;
    words[2 * i + 1] = (movies[i] as number) | (codes.codeOf(targets[i] as number) << MOVIE_BITS);
  }
}

function storeColumns(plan: Plan, heap: Heap, examples: Examples, first: number): void {
  const { targets } = examples;
  const words = plan.window.columns.length + 1;
  const numbers = floatsAt(heap, plan.examples + 4 * words * first, words * targets.length);
  for (let i = 0; i < targets.length; i++) numbers[words * i + words - 1] = targets[i] as number;
  for (const column of plan.window.columns) storeColumn(plan, heap, column, columnOf(examples, column), first);
}

/** Replaces the movies of all examples. */
export function storeMovies(plan: Plan, heap: Heap, movies: Int32Array): void {
  if (plan.settings.targetValues > 0) replacePacked(plan, heap, movies);
  else storeColumn(plan, heap, 'movie', movies, 0);
}

function replacePacked({ examples }: Plan, heap: Heap, movies: Int32Array): void {
  const words = wordsAt(heap, examples, 2 * movies.length);
  const above = -1 << MOVIE_BITS;
  for (let i = 0; i < movies.length; i++) words[2 * i + 1] = ((words[2 * i + 1] as number) & above) | (movies[i] as number);
}

/** Of the examples from `first` on, which are not packed. What the graph does not look up is not kept. */
function storeColumn({ examples, window }: Plan, heap: Heap, column: Column, values: Int32Array, first: number): void {
  const place = window.columns.indexOf(column);
  if (place < 0) return;
  const words = window.columns.length + 1;
  const indices = wordsAt(heap, examples + 4 * words * first, words * values.length);
  for (let i = 0; i < values.length; i++) indices[words * i + place] = values[i] as number;
}
