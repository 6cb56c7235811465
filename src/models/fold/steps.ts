import type { RowLists } from '../../core/lists.ts';
import type { BagNode, EmbeddingNode, Node } from '../graph.ts';
import { addScaled } from './add-scaled.ts';
import { denseStep } from './dense-step.ts';
import type { Made, Step, StepContext } from './step.ts';

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
        ? reluStep(made(first.values.length), first)
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

/** By itself, since it is done for every unit of every movie. */
function reluStep(place: Made, input: Step): Step {
  return {
    ...place,
    forward() {
      const { values } = input;
      for (let d = 0; d < values.length; d++) place.values[d] = Math.max(0, values[d] as number);
    },
    backward() {
      if (!input.isOwn) return;
      for (let d = 0; d < place.values.length; d++) {
        if ((place.values[d] as number) > 0) input.errors[d] = (input.errors[d] as number) + (place.errors[d] as number);
      }
    },
  };
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
