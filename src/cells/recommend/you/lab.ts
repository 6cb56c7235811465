import { fetchPart } from '../../../core/fetch-part.ts';
import type { MovieIndex } from '../../../core/ids.ts';
import type { Movie } from '../../../core/ratings.ts';
import { createTitleSearch } from '../../../core/title-search.ts';
import type { Bench } from '../../../lab/bench.ts';
import { ofData } from '../../../lab/loaded-data.ts';
import type { HandlersOf } from '../../../lab/wire.ts';
import type { FoundMovie, YouCalls } from './contract.ts';

const FOUND = 8;

const folding = () => fetchPart(() => import('./lab/own-list.ts'));

export function handlers({ data, inUse }: Bench): HandlersOf<YouCalls> {
  const there = () => inUse.peek()?.data ?? data.at('rate movies of');
  const searchOf = ofData(({ ratings, statistics }) => createTitleSearch(ratings.catalogue, statistics.counts));
  const cardOf = (movie: MovieIndex): FoundMovie => {
    const { ratings, statistics } = there();
    const { id, title, year } = ratings.catalogue[movie] as Movie;
    return { movieId: id, title, year, ratings: statistics.counts[movie] as number };
  };
  return {
    search: async ({ typed }) => searchOf(there()).find(typed, FOUND).map(cardOf),
    moviesAt: async ({ indices }) => indices.map((index) => cardOf(index as MovieIndex)),
    async prompts({ rated }) {
      const { choosePrompts } = await fetchPart(() => import('./lab/prompts.ts'));
      const { movies, by } = await choosePrompts(there(), inUse.peek(), rated);
      return { movies: movies.map(cardOf), by };
    },
    async recommend(args) {
      const { ownList } = await folding();
      return await inUse.ask((model) => ownList(model, args));
    },
    async fold({ own }) {
      const { ownEmbedding } = await fetchPart(() => import('./lab/own-embedding.ts'));
      return await inUse.ask((model) => ownEmbedding(model, own));
    },
    async whatIf(args) {
      const { whatIf } = await fetchPart(() => import('./lab/what-if.ts'));
      return await inUse.ask((model) => whatIf(model, args));
    },
  };
}
