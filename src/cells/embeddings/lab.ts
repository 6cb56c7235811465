import type { MovieIndex } from '../../core/ids.ts';
import { createTitleSearch } from '../../core/title-search.ts';
import type { Bench } from '../../lab/bench.ts';
import { ofData } from '../../lab/loaded-data.ts';
import type { HandlersOf } from '../../lab/wire.ts';
import type { EmbeddingsCalls } from './contract.ts';
import { pointCard, pointOfMovie, pointPage, pointSelection } from './lab/about-points.ts';
import { coloursOf } from './lab/colours.ts';
import { createEmbeddingsReader } from './lab/embeddings.ts';
import { createMapper } from './lab/map.ts';
import { nameOf } from './lab/movies.ts';
import { embeddingNumbers } from './lab/numbers.ts';
import { placeOnMap } from './lab/place.ts';
import { combinedMovies, similarMovies } from './lab/similar.ts';
import { uncertaintyOf } from './lab/uncertainty.ts';

export function handlers({ data, inUse, underWay }: Bench): HandlersOf<EmbeddingsCalls> {
  const reader = createEmbeddingsReader(() => underWay.run);
  const mapper = createMapper(reader);
  const searchOf = ofData(({ ratings, statistics }) => createTitleSearch(ratings.catalogue, statistics.counts));
  return {
    async search({ text, count }) {
      const of = inUse.peek()?.data ?? data.at('search');
      return searchOf(of)
        .find(text, count)
        .map((movie: MovieIndex) => nameOf(of, movie));
    },
    similar: (request) => inUse.ask((model) => similarMovies(model, reader, request)),
    combine: (request) => inUse.ask((model) => combinedMovies(model, reader, request)),
    numbers: ({ minRatings }) => inUse.ask((model) => embeddingNumbers(model, reader, minRatings)),
    async map(request, { report, signal, transfer }) {
      const map = await inUse.ask((model) => mapper.map(model, request, { report, signal }));
      transfer(map.positions.buffer);
      return map;
    },
    colours: async ({ by }) =>
      by === 'uncertainty' ? inUse.ask((model) => uncertaintyOf(model, mapper.last())) : coloursOf(mapper.last(), by),
    point: async ({ point }) => pointCard(mapper.last(), point),
    place: async ({ vector }) => placeOnMap(mapper.last(), vector),
    pointOf: async ({ movieId }) => pointOfMovie(mapper.last(), movieId),
    points: async ({ points }) => pointSelection(mapper.last(), points),
    page: async ({ from, count }) => pointPage(mapper.last(), from, count),
  };
}
