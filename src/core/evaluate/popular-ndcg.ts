import type { Evaluation } from './evaluation.ts';
import type { ListFigures } from './summarise-lists.ts';

interface Listed {
  readonly model: string;
  readonly lists?: ListFigures | null;
}

/** The NDCG of the most popular movies on the same split: what a list has to beat. Null where it is not known. */
export function popularNdcg({ own, baselines }: Pick<Evaluation, 'own' | 'baselines'>): number | null {
  const all: readonly Listed[] = [own, ...baselines];
  return all.find(({ model }) => model === 'popular')?.lists?.ndcg?.value ?? null;
}
