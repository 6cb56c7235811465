import type { Configuration } from '../../../core/hyperparameters.ts';
import { isBaseline } from '../../../core/model-name.ts';
import { parseConfiguration } from '../../../core/parse-run-record.ts';
import type { Target } from '../../../core/target.ts';
import { readNpz } from '../../../data/read-npz.ts';
import { type ReadArray, readSafetensors } from '../../../data/safetensors.ts';
import { CUT_OFF, unreadableWeights } from '../../../data/unreadable-weights.ts';

/** A file of weights, before it is held against the ratings that are loaded. */
export interface WeightsFile {
  readonly configuration: Configuration;
  readonly target: Target;
  /** The nodes of both heads, as the file has them. */
  readonly nodes: readonly Fields[];
  /** What it was trained on; null where the file does not say. */
  readonly data: { readonly name: string; readonly sha256: string | null } | null;
  readonly arrays: ReadonlyMap<string, ReadArray>;
}

export type Fields = Readonly<Record<string, unknown>>;

const LARGEST_BYTES = 2 ** 31;
const MODEL = 'model.json';

/** Reads a .safetensors or an .npz as docs/weights-file.md describes them. Throws a LabError `weights-unreadable` where it is neither. */
export async function readWeights(file: Blob): Promise<WeightsFile> {
  if (file.size > LARGEST_BYTES) throw unreadableWeights('is larger than 2 GB, more than a tab can hold');
  const isZip = (await file.slice(0, 2).text()) === 'PK';
  const { arrays, model } = isZip ? await fromNpz(file) : await fromSafetensors(file);
  return { arrays, ...describe(model) };
}

async function fromNpz(file: Blob): Promise<{ readonly arrays: WeightsFile['arrays']; readonly model: unknown }> {
  const { arrays, texts } = await readNpz(file, [MODEL]);
  return { arrays, model: texts.get(MODEL) };
}

async function fromSafetensors(file: Blob): Promise<{ readonly arrays: WeightsFile['arrays']; readonly model: unknown }> {
  const { arrays, metadata } = await readSafetensors(file);
  const { format, version, model } = metadata;
  if (format !== 'matinee-weights') throw unreadableWeights('holds the weights of another program');
  if (version !== '1') throw unreadableWeights('was written by another version of this page');
  return { arrays, model };
}

function describe(model: unknown): Omit<WeightsFile, 'arrays'> {
  if (typeof model !== 'string') throw unreadableWeights('does not say which model its weights are of');
  const { configuration, target, graph, data } = fieldsOf(parse(model));
  const known = parseConfiguration(configuration);
  if (known === null) throw unreadableWeights('has settings that this version of the page does not know');
  if (isBaseline(known.model)) throw unreadableWeights('is of a model that has no weights');
  const { nodes, list } = fieldsOf(graph);
  return {
    configuration: known,
    target: targetOf(fieldsOf(target)),
    nodes: [...nodesOf(nodes), ...nodesOf(list ?? [])],
    data: data === undefined ? null : dataOf(fieldsOf(data)),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unreadableWeights(CUT_OFF, cause);
  }
}

function fieldsOf(value: unknown): Fields {
  if (typeof value === 'object' && value !== null) return value as Fields;
  throw unreadableWeights('does not say which model its weights are of');
}

const nodesOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : []);

function targetOf({ offset, scale }: Fields): Target {
  if (typeof offset === 'number' && typeof scale === 'number' && scale > 0) return { offset, scale };
  throw unreadableWeights('does not say how its predictions become stars');
}

const dataOf = ({ name, sha256 }: Fields): WeightsFile['data'] =>
  typeof name === 'string' ? { name: name.slice(0, 200), sha256: typeof sha256 === 'string' ? sha256 : null } : null;
