import { fitBiasesInSlices, predictBiases } from '../core/baselines.ts';
import { drawListSample, type ListSample } from '../core/evaluate/list-sample.ts';
import { defaultThreshold } from '../core/evaluate/relevance.ts';
import { featureSizes } from '../core/feature-lists.ts';
import type { FeatureSizes } from '../core/features.ts';
import type { Configuration } from '../core/hyperparameters.ts';
import { type KeepLast, keepLast } from '../core/keep-last.ts';
import type { RowLists } from '../core/lists.ts';
import { rmse } from '../core/metrics.ts';
import { type Calendar, createCalendar } from '../core/periods.ts';
import { pick, pickInto } from '../core/pick.ts';
import { likedMovies } from '../core/preferences.ts';
import { createRandom } from '../core/random.ts';
import { holdToScale } from '../core/rating-scale.ts';
import type { Ratings } from '../core/ratings.ts';
import type { RunStart } from '../core/run-report.ts';
import { type SharedWork, type Sliced, shareWork } from '../core/slices.ts';
import { type Split, trainInPieces } from '../core/split/parts.ts';
import { type Seen, seenIn } from '../core/split/seen.ts';
import { splitRatings, splitSettings } from '../core/split.ts';
import { type StarsSummary, summariseAt, type Target, targetsOf } from '../core/target.ts';
import type { Examples } from '../engines/trainer.ts';
import { type Graph, parametersOf, type Weights } from '../models/graph.ts';
import { initialWeights } from '../models/initial-weights.ts';
import { clearUnseenRows } from '../models/unseen-rows.ts';
import { type Drawing, type Pairwise, preparePairs } from './prepare-pairs.ts';

/** What runs with the same data, split and seed have in common. What only some of them need is made when it is asked for. */
export interface Material {
  readonly split: Split;
  /** Of the stars of the training part. */
  readonly stars: StarsSummary;
  /** Validation RMSE in stars of what needs no training; null where nothing is held out. */
  readonly baselines: SharedWork<RunStart['baselines']>;
  features(): FeatureSizes;
  /** Null where the data has no times. */
  calendar(): Calendar | null;
  /** Every part in units of the target; `calendar` is null where the model does not look at the time. */
  examples(target: Target, calendar: Calendar | null): PartExamples;
  /** The movies that each user liked, in a part. */
  liked(part: 'train' | 'validation'): RowLists;
  /** Whose lists are judged after every epoch; null where no held-out movie is relevant. */
  listSample(minRatings: Configuration['minRatings']): ListSample | null;
  /** Drawn by the seed; rows of users and movies that no training rating is of stay at zero. */
  firstWeights(graph: Graph): Weights;
  /** For a pairwise loss; `calendar` is null where the model does not look at the time. */
  pairs(calendar: Calendar | null, drawing: Drawing): Pairwise;
}

export interface PartExamples {
  /** Of many ratings made anew each time: they take so much memory that whoever asks for them should let them go soon. */
  train(): Examples;
  /** The same for a trainer, which takes many piece by piece. */
  forTrainer(): Examples;
  readonly validation: Examples;
  readonly test: Examples;
}

/** What no more ratings are made into is kept, for the runs to come. */
const MOST_KEPT = 2 ** 21;

/** What was made last; without code of its own, since what makes it is fetched after the ratings. */
export interface MaterialCache {
  last: { readonly ratings: Ratings; readonly key: string; readonly material: Material } | null;
}

/** The material of a configuration: what was made last is used again as long as data, split and seed stay. */
export function materialOf(cache: MaterialCache, ratings: Ratings, configuration: Configuration): Material {
  const key = JSON.stringify(splitSettings(configuration));
  const { last } = cache;
  if (last?.ratings === ratings && last.key === key) return last.material;
  const material = createMaterial(ratings, configuration);
  cache.last = { ratings, key, material };
  return material;
}

export const createMaterial = (ratings: Ratings, configuration: Configuration): Material =>
  materialOfSplit(ratings, splitRatings(ratings, configuration), configuration.seed);

/** A cache in which a configuration has the material of this split, and not of its own. */
export function cacheOfSplit(ratings: Ratings, configuration: Configuration, split: Split): MaterialCache {
  const material = materialOfSplit(ratings, split, configuration.seed);
  return { last: { ratings, key: JSON.stringify(splitSettings(configuration)), material } };
}

function materialOfSplit(ratings: Ratings, split: Split, seed: number): Material {
  const [calendars, parts, samples] = [keepLast<Calendar | null>(), keepLast<PartExamples>(), keepLast<ListSample | null>()];
  const [features, examples] = [keepLast<FeatureSizes>(), keepWhereFew<Examples>(split.train.length)];
  const [liked, seen] = [{ train: keepLast<RowLists>(), validation: keepLast<RowLists>() }, keepLast<Seen>()];
  const [weights, pairs] = [keepWhereFew<Weights>(split.train.length), keepLast<Pairwise>()];
  const isMany = split.train.length > MOST_KEPT;
  const train = (target: Target, calendar: Calendar | null): Examples =>
    examples([target, calendar !== null], () => pickExamples(ratings, split.train, target, calendar));
  return {
    split,
    stars: summariseAt(ratings.stars, split.train),
    baselines: shareWork(() => measureBaselines(ratings, split)),
    features: () => features(null, () => featureSizes(ratings)),
    calendar: () => calendars(null, () => createCalendar(ratings, split.train)),
    examples: (target, calendar) =>
      parts([target, calendar !== null], () => ({
        train: () => train(target, calendar),
        // Periods would be looked up anew for each column that is asked for.
        forTrainer: () => (isMany && calendar === null ? pickLater(ratings, split, target) : train(target, calendar)),
        validation: pickExamples(ratings, split.validation, target, calendar),
        test: pickExamples(ratings, split.test, target, calendar),
      })),
    liked: (part) => liked[part](null, () => likedMovies(ratings, split[part])),
    listSample: (minRatings) => samples(minRatings, () => sampleLists(ratings, split, seed, minRatings)),
    firstWeights: (graph) =>
      weights(parametersOf(graph), () =>
        clearUnseenRows(
          graph,
          initialWeights(graph, seed),
          seen(null, () => seenIn(ratings, split.train)),
        ),
      ),
    pairs: (calendar, { loss, negatives, negativesBy, dislikes }) =>
      pairs([calendar !== null, loss, negatives, negativesBy, dislikes], () =>
        preparePairs(ratings, split, calendar, seed, { loss, negatives, negativesBy, dislikes }),
      ),
  };
}

/** `keepLast` where that takes little memory. */
const keepWhereFew = <Made>(ratings: number): KeepLast<Made> => (ratings > MOST_KEPT ? (_, make) => make() : keepLast<Made>());

function pickExamples(
  { users, movies, stars }: Ratings,
  positions: Int32Array,
  target: Target,
  calendar: Calendar | null,
): Examples {
  return {
    users: pick(users, positions),
    movies: pick(movies, positions),
    targets: targetsOf(pick(stars, positions), target),
    when: calendar?.at(positions),
  };
}

/** So few that what is picked of them is still in the cache when it is read. */
const PIECE = 2 ** 16;

/** Picks a column of the training part when it is asked for, each time. */
function pickLater(ratings: Ratings, split: Split, target: Target): Examples {
  const { users, movies, stars } = ratings;
  return {
    get users() {
      return pick(users, split.train);
    },
    get movies() {
      return pick(movies, split.train);
    },
    get targets() {
      return targetsOf(pick(stars, split.train), target);
    },
    inPieces: {
      count: ratings.count - split.validation.length - split.test.length,
      pieces: () => piecesOf(ratings, split, target),
    },
  };
}

/** All in one room: what is let go of is collected late. */
function* piecesOf({ count, users, movies, stars }: Ratings, split: Split, target: Target): Iterable<Examples> {
  const room = {
    positions: new Int32Array(PIECE),
    users: new Int32Array(PIECE),
    movies: new Int32Array(PIECE),
    targets: new Float32Array(PIECE),
  };
  for (const some of trainInPieces(split, count, room.positions)) {
    yield {
      get users() {
        return pickInto(room.users.subarray(0, some.length), users, some);
      },
      get movies() {
        return pickInto(room.movies.subarray(0, some.length), movies, some);
      },
      get targets() {
        return targetsOf(pickInto(room.targets.subarray(0, some.length), stars, some), target);
      },
    };
  }
}

const sampleLists = (ratings: Ratings, { train, validation }: Split, seed: number, minRatings: number): ListSample | null =>
  drawListSample(
    ratings,
    { train, heldOut: validation },
    { threshold: defaultThreshold(ratings.scale), minRatings },
    createRandom(seed, 'list sample'),
  );

function* measureBaselines(ratings: Ratings, { train, validation }: Split): Sliced<RunStart['baselines']> {
  if (validation.length === 0) return null;
  const biases = yield* fitBiasesInSlices(ratings, train);
  const wanted = pick(ratings.stars, validation);
  return {
    globalMean: rmse(new Float32Array(wanted.length).fill(biases.mean), wanted),
    biases: rmse(holdToScale(predictBiases(biases, ratings, validation), ratings.scale), wanted),
  };
}
