import { LabError } from '../core/errors.ts';
import { type Graph, parametersOf, type Weights } from '../models/graph.ts';
import type { EpochEnd } from '../training/reports.ts';
import type { HeldState } from './held-state.ts';
import { LARGE_NUMBERS, putAside } from './put-aside.ts';

/**
 * Where a run can go on from: the end of its last whole epoch. The order of the epochs to come follows from the seed and from how
 * many are done, so no generator's state is needed.
 */
export interface Checkpoint {
  /** The epochs that are done, in target units. */
  readonly history: readonly EpochEnd[];
  readonly state: HeldState;
  /** The weights after the best epoch, where the run is to end with them; null where it ends with its last ones. */
  readonly best: Weights | null;
}

type Header = Pick<Checkpoint, 'history'> & { readonly steps: number; readonly arrays: readonly ArrayHeader[] };
type Section = 'weights' | 'first' | 'second' | 'best';
interface ArrayHeader {
  readonly section: Section;
  readonly name: string;
  readonly length: number;
}

/** A checkpoint as bytes: the length of a header, the header as JSON, then every number as a 32-bit float, little-endian. */
export async function writeCheckpoint({ history, state, best }: Checkpoint): Promise<Blob> {
  const sections = { weights: state.weights, first: state.first, second: state.second, best: best ?? {} };
  const entries = Object.entries(sections).flatMap(([section, tables]) =>
    Object.entries(tables).map(([name, values]) => ({ section: section as Section, name, values })),
  );
  const arrays = entries.map(({ section, name, values }) => ({ section, name, length: lengthOf(values) }));
  const header: Header = { history, steps: state.steps, arrays };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const parts: BlobPart[] = [];
  for (const { values } of entries) parts.push(await partOf(values));
  return new Blob([Uint32Array.of(text.length), text, ...parts]);
}

const lengthOf = (values: Float32Array | Blob): number => (values instanceof Blob ? values.size / 4 : values.length);

async function partOf(values: Float32Array | Blob): Promise<BlobPart> {
  if (values instanceof Blob || values.length < LARGE_NUMBERS) return values as BlobPart;
  return await putAside(cut(values));
}

function* cut(values: Float32Array): Iterable<Float32Array> {
  for (let from = 0; from < values.length; from += LARGE_NUMBERS) yield values.subarray(from, from + LARGE_NUMBERS);
}

/** Throws a LabError of code `checkpoint-damaged` where the bytes are not those of a checkpoint. */
export async function readCheckpoint(blob: Blob): Promise<Checkpoint> {
  try {
    return parse(await blob.arrayBuffer());
  } catch (cause) {
    throw new LabError('checkpoint-damaged', 'The saved state of this run is damaged.', 'Discard it and train again.', { cause });
  }
}

function parse(bytes: ArrayBuffer): Checkpoint {
  const length = new DataView(bytes).getUint32(0, true);
  const { history, steps, arrays } = JSON.parse(new TextDecoder().decode(bytes.slice(4, 4 + length))) as Header;
  const sections: Record<Section, Record<string, Float32Array>> = { weights: {}, first: {}, second: {}, best: {} };
  let from = 4 + length;
  for (const array of arrays) {
    const to = from + 4 * array.length;
    if (to > bytes.byteLength) throw new RangeError('It ends too early');
    sections[array.section][array.name] = new Float32Array(bytes.slice(from, to));
    from = to;
  }
  if (from !== bytes.byteLength) throw new RangeError('It goes on after its end');
  const { best, ...state } = sections;
  return { history, state: { ...state, steps }, best: Object.keys(best).length > 0 ? best : null };
}

/** Throws a LabError of code `checkpoint-damaged` where the weights are not those of a graph. */
export function expectFit({ state, best }: Checkpoint, graph: Graph): void {
  const sizes = new Map(parametersOf(graph).map(({ name, rows, columns }) => [name, rows * columns]));
  for (const weights of [state.weights, ...(best ? [best] : [])]) {
    const entries = Object.entries(weights);
    if (entries.length === sizes.size && entries.every(([name, { length }]) => sizes.get(name) === length)) continue;
    throw new LabError(
      'checkpoint-damaged',
      'The saved weights do not fit the model and the data of this run.',
      'Train it again.',
    );
  }
}
