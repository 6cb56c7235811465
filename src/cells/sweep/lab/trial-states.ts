import type { HeldState } from '../../../lab/held-state.ts';
import type { EndState } from '../../../lab/train-run.ts';

/** Where trials ended, by their place: those that go on need not begin anew. What there is no room for is not there. */
export interface TrialStates {
  /** Lets go of it: one trial goes on from there. */
  take(place: number): EndState | undefined;
  keep(place: number, state: EndState): void;
  /** Lets go of all others. */
  keepOnly(places: readonly number[]): void;
}

/** Of all of them together. */
const MOST_BYTES = 256 * 2 ** 20;

export function createTrialStates(mostBytes = MOST_BYTES): TrialStates {
  const states = new Map<number, EndState>();
  const bytesHeld = (): number => [...states.values()].reduce((sum, { checkpoint }) => sum + bytesOf(checkpoint.state), 0);
  return {
    take(place) {
      const state = states.get(place);
      states.delete(place);
      return state;
    },
    keep(place, state) {
      states.delete(place);
      if (bytesHeld() + bytesOf(state.checkpoint.state) <= mostBytes) states.set(place, state);
    },
    keepOnly(places) {
      for (const place of states.keys()) if (!places.includes(place)) states.delete(place);
    },
  };
}

const bytesOf = ({ weights, first, second }: HeldState): number =>
  [weights, first, second]
    .flatMap((tables) => Object.values<Float32Array | Blob>(tables))
    .reduce((sum, held) => sum + (held instanceof Blob ? held.size : held.byteLength), 0);
