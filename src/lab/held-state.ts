import type { MomentInPieces, Trainer, TrainerState } from '../engines/trainer.ts';
import { type Graph, parametersOf, type Weights } from '../models/graph.ts';
import { LARGE_NUMBERS, putAside } from './put-aside.ts';

/** By parameter; the browser keeps those that are blobs. */
type Moments = Readonly<Record<string, Float32Array | Blob>>;

/** A trainer's state as a run holds it: moments are looked at only where it goes on elsewhere, so that those of large tables are put aside. */
export interface HeldState {
  readonly weights: Weights;
  readonly first: Moments;
  readonly second: Moments;
  readonly steps: number;
}

/** Reads the state of a trainer between two epochs. */
export async function holdState(trainer: Trainer, graph: Graph): Promise<HeldState> {
  const numbers = parametersOf(graph).reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  if (!trainer.readStateInPieces || numbers < LARGE_NUMBERS) return await trainer.readState();
  const { moments, ...rest } = await trainer.readStateInPieces();
  try {
    return { ...rest, ...(await putMomentsAside(moments)) };
  } catch {
    // The browser has no room for more blobs.
    return await trainer.readState();
  }
}

async function putMomentsAside(moments: Iterable<MomentInPieces>): Promise<Pick<HeldState, 'first' | 'second'>> {
  const held = { first: {} as Record<string, Blob>, second: {} as Record<string, Blob> };
  for (const { moment, parameter, pieces } of moments) held[moment][parameter] = await putAside(pieces);
  return held;
}

export async function openState({ first, second, ...rest }: HeldState): Promise<TrainerState> {
  return { ...rest, first: await openMoments(first), second: await openMoments(second) };
}

async function openMoments(moments: Moments): Promise<Weights> {
  const opened: Record<string, Float32Array> = {};
  for (const [parameter, held] of Object.entries(moments)) opened[parameter] = await openArray(held);
  return opened;
}

const openArray = async (held: Float32Array | Blob): Promise<Float32Array> =>
  held instanceof Blob ? new Float32Array(await held.arrayBuffer()) : held;
