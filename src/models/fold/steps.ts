import type { Lists, RowLists } from '../../core/lists.ts';
import type { BagNode, DenseNode, EmbeddingNode, Node, Weights } from '../graph.ts';

/** Whose numbers a network is worked out for, beside the tables of their own. */
export interface UserSide {
  /** The movies that the user rated, as the table of rated sets knows them. */
  readonly rated: ArrayLike<number>;
  /** Rows of the table of demographics; none of a user of whom nothing is known. */
  readonly demographics: ArrayLike<number>;
  /** Rows of the tables that are looked up by the time; null: the biases of time count for nothing. */
  readonly when: { readonly period: number; readonly userPeriod: number } | null;
}

/** What a node says, and how much the prediction changes with it. */
export interface Place {
  readonly values: Float64Array;
  readonly errors: Float64Array;
  /** Whether it is other for each movie, and whether it depends on the user's own numbers. */
  readonly isOfMovie: boolean;
  readonly isOwn: boolean;
}

export interface Step extends Place {
  forward(movie: number): void;
  /** What a step of a movie works out once for each change of the user's numbers. */
  turn?(): void;
  /** Adds to the errors of the inputs that are the user's own. */
  backward(): void;
  /** Of what is put side by side: the parts, which are read instead of it. */
  readonly parts?: readonly Place[];
}

/** What dense layers make of a movie's inputs alone, (movies, width) of each layer by its name; a row is filled in when it is first needed. */
export type MovieShares = Map<string, { readonly values: Float64Array; readonly isKnown: Uint8Array }>;

export interface StepContext {
  readonly weights: Weights;
  readonly lists: Lists;
  readonly side: UserSide;
  readonly movies: number;
  /** Of the same weights and lists; absent where it is not worth keeping them. */
  readonly shares?: MovieShares | undefined;
  placeOf(name: string): Step;
  /** The user's own numbers of a table, and their derivatives. */
  own(node: EmbeddingNode): Pick<Place, 'values' | 'errors'>;
}

const nothing = (): void => undefined;
const NO_ROWS: RowLists = { offsets: new Int32Array(), rows: new Int32Array() };

export function stepOf(node: Node, context: StepContext): Step {
  const inputs = 'inputs' in node ? node.inputs.map(context.placeOf) : 'input' in node ? [context.placeOf(node.input)] : [];
  const isOfMovie = inputs.some((input) => input.isOfMovie);
  const isOwn = inputs.some((input) => input.isOwn);
  const made = (width: number) => ({ values: new Float64Array(width), errors: new Float64Array(width), isOfMovie, isOwn });
  const [first] = inputs as [Step];
  switch (node.kind) {
    case 'embedding':
      return embeddingStep(node, context);
    case 'bag':
      return bagStep(node, context);
    case 'concat':
      return { ...made(0), parts: inputs, forward: nothing, backward: nothing };
    case 'dot':
      return dotStep(made(1), inputs as [Step, Step]);
    case 'dense':
      return denseStep(made(node.width), node, first.parts ?? [first], context);
    case 'activation':
      return node.activation === 'relu'
        ? mapStep(
            made(first.values.length),
            first,
            (x) => Math.max(0, x),
            (_, y) => (y > 0 ? 1 : 0),
          )
        : mapStep(
            made(first.values.length),
            first,
            (x) => 1 / (1 + Math.exp(-x)),
            (_, y) => y * (1 - y),
          );
    case 'dropout':
      // Nothing is dropped of a trained network, so it is its input itself.
      return { ...made(0), values: first.values, errors: first.errors, forward: nothing, backward: nothing };
    case 'scale':
      return mapStep(
        made(first.values.length),
        first,
        (x) => node.factor * x + node.offset,
        () => node.factor,
      );
    case 'add':
      return addStep(made(first.values.length), inputs);
  }
}

function embeddingStep(node: EmbeddingNode, { weights, side, own }: StepContext): Step {
  const { name, of, width } = node;
  if (of === 'user') return { ...own(node), isOfMovie: false, isOwn: true, forward: nothing, backward: nothing };
  const table = weights[`${name}/embeddings`] as Float32Array;
  const place = { values: new Float64Array(width), errors: new Float64Array(width), isOwn: false, backward: nothing };
  const take = (row: number): void => {
    for (let d = 0; d < width; d++) place.values[d] = table[row * width + d] as number;
  };
  if (of === 'movie') return { ...place, isOfMovie: true, forward: take };
  if (side.when) take(of === 'period' ? side.when.period : side.when.userPeriod);
  return { ...place, isOfMovie: false, forward: nothing };
}

function bagStep({ name, of, list, width }: BagNode, { weights, lists, side }: StepContext): Step {
  const table = weights[`${name}/embeddings`] as Float32Array;
  const place = { values: new Float64Array(width), errors: new Float64Array(width), isOwn: false, backward: nothing };
  const addUp = (rows: ArrayLike<number>): void => {
    place.values.fill(0);
    const share = 1 / Math.sqrt(Math.max(1, rows.length));
    for (let at = 0; at < rows.length; at++) {
      const from = (rows[at] as number) * width;
      for (let d = 0; d < width; d++) place.values[d] = (place.values[d] as number) + share * (table[from + d] as number);
    }
  };
  if (of === 'user') {
    addUp(list === 'rated' ? side.rated : side.demographics);
    return { ...place, isOfMovie: false, forward: nothing };
  }
  const { offsets, rows } = lists[list] ?? NO_ROWS;
  return { ...place, isOfMovie: true, forward: (movie) => addUp(rows.subarray(offsets[movie], offsets[movie + 1])) };
}

type Made = Omit<Step, 'forward' | 'backward'>;

function dotStep(place: Made, [a, b]: readonly [Step, Step]): Step {
  return {
    ...place,
    forward() {
      let sum = 0;
      for (let d = 0; d < a.values.length; d++) sum += (a.values[d] as number) * (b.values[d] as number);
      place.values[0] = sum;
    },
    backward() {
      const error = place.errors[0] as number;
      if (a.isOwn) addScaled(a.errors, b.values, error);
      if (b.isOwn) addScaled(b.errors, a.values, error);
    },
  };
}

/** What does not change from movie to movie is added up once for each change of the user's numbers, and what does not depend on them once for each movie. */
function denseStep(
  place: Made,
  { name, width, useBias }: DenseNode,
  parts: readonly Place[],
  { weights, movies, shares }: StepContext,
): Step {
  const kernel = weights[`${name}/kernel`] as Float32Array;
  const base = new Float64Array(width);
  let row = 0;
  const placed = parts.map((part) => {
    const from = row * width;
    row += part.values.length;
    return { part, from };
  });
  const addPart = (to: Float64Array, { part: { values }, from }: (typeof placed)[number]): void => {
    for (let d = 0; d < values.length; d++) {
      const value = values[d] as number;
      if (value === 0) continue;
      const at = from + d * width;
      for (let unit = 0; unit < width; unit++) to[unit] = (to[unit] as number) + value * (kernel[at + unit] as number);
    }
  };
  const fixed = placed.filter(({ part }) => !part.isOfMovie);
  const moving = placed.filter(({ part }) => part.isOfMovie);
  const isOfMovieAlone = place.isOfMovie && moving.every(({ part }) => !part.isOwn);
  const ofMovies = shares && isOfMovieAlone ? sharesOf(shares, name, movies, width) : null;
  const addMovie = (movie: number): void => {
    if (ofMovies === null) {
      for (const part of moving) addPart(place.values, part);
      return;
    }
    const share = ofMovies.values.subarray(movie * width, (movie + 1) * width);
    if (ofMovies.isKnown[movie] === 0) {
      for (const part of moving) addPart(share, part);
      ofMovies.isKnown[movie] = 1;
    }
    addScaled(place.values, share, 1);
  };
  const turn = (): void => {
    base.fill(0);
    if (useBias) base.set(weights[`${name}/bias`] as Float32Array);
    for (const part of fixed) addPart(base, part);
  };
  return {
    ...place,
    turn,
    forward(movie) {
      if (!place.isOfMovie) turn();
      place.values.set(base);
      if (place.isOfMovie) addMovie(movie);
    },
    backward() {
      for (const { part, from } of placed) {
        if (!part.isOwn) continue;
        for (let d = 0; d < part.values.length; d++) {
          let sum = 0;
          for (let unit = 0; unit < width; unit++)
            sum += (kernel[from + d * width + unit] as number) * (place.errors[unit] as number);
          part.errors[d] = (part.errors[d] as number) + sum;
        }
      }
    },
  };
}

function sharesOf(shares: MovieShares, name: string, movies: number, width: number) {
  const made = shares.get(name) ?? { values: new Float64Array(movies * width), isKnown: new Uint8Array(movies) };
  shares.set(name, made);
  return made;
}

function mapStep(place: Made, input: Step, value: (x: number) => number, slope: (x: number, y: number) => number): Step {
  return {
    ...place,
    forward() {
      for (let d = 0; d < place.values.length; d++) place.values[d] = value(input.values[d] as number);
    },
    backward() {
      if (!input.isOwn) return;
      for (let d = 0; d < place.values.length; d++) {
        const change = slope(input.values[d] as number, place.values[d] as number) * (place.errors[d] as number);
        input.errors[d] = (input.errors[d] as number) + change;
      }
    },
  };
}

function addStep(place: Made, inputs: readonly Step[]): Step {
  return {
    ...place,
    forward() {
      place.values.fill(0);
      for (const { values } of inputs) addScaled(place.values, values, 1);
    },
    backward() {
      for (const input of inputs) if (input.isOwn) addScaled(input.errors, place.errors, 1);
    },
  };
}

function addScaled(to: Float64Array, values: Float64Array, factor: number): void {
  for (let d = 0; d < to.length; d++) to[d] = (to[d] as number) + factor * (values[d] as number);
}
