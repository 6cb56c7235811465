import type { Configuration } from '../../../../core/hyperparameters.ts';
import type { MovieIndex, UserIndex } from '../../../../core/ids.ts';
import { givesScores } from '../../../../core/loss.ts';
import type { Movie } from '../../../../core/ratings.ts';
import type { NetworkRun } from '../../../../lab/model.ts';
import type { OwnRating } from '../../lab/choose-movies.ts';
import { foldUser } from '../../lab/fold/fold-user.ts';
import type { PullingMovie, WhyPulls } from '../contract.ts';

/** How many ratings are named. */
const SHOWN = 8;

/** Null where layers keep the ratings from being told apart. `trained`: what the movie is ranked by, in the units of the pulls. */
export async function findPulls(
  run: NetworkRun,
  user: UserIndex,
  movie: MovieIndex,
  learned: readonly OwnRating[],
  trained: number,
): Promise<WhyPulls | null> {
  const folded = await foldUser(run, user, learned);
  const found = folded.pullsOn(movie);
  if (found === null) return null;
  const { target, configuration, graph } = run.prepared;
  const isScore = graph.list !== undefined || givesScores(configuration.loss);
  const scale = isScore ? 1 : target.scale;
  const base = found.base * scale + (isScore ? 0 : target.offset);
  const all = learned.map(({ movie: rated, stars }, place): PullingMovie => {
    const { id, title } = run.data.ratings.catalogue[rated] as Movie;
    return { movieId: id, title, stars, pull: scale * (found.pulls[place] as number) };
  });
  const sum = (some: readonly PullingMovie[]): number => some.reduce((total, { pull }) => total + pull, 0);
  const ordered = all.toSorted((a, b) => Math.abs(b.pull) - Math.abs(a.pull));
  const strongest = ordered.slice(0, SHOWN);
  return {
    learnedBy: learnedBy(configuration),
    by: folded.by,
    trained,
    folded: base + sum(all),
    base,
    strongest,
    rest: sum(ordered.slice(SHOWN)),
    others: ordered.length - strongest.length,
  };
}

function learnedBy({ loss, optimizer }: Configuration): WhyPulls['learnedBy'] {
  if (loss === 'implicit') return 'all-pairs';
  return optimizer === 'als' ? 'solving' : optimizer === 'gibbs' ? 'sampling' : 'steps';
}
