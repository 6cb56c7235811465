import type { Trainer, TrainerState } from '../../trainer.ts';
import type { Machine } from '../machine.ts';
import type { GibbsPlan } from './layout.ts';

type State = Pick<Trainer, 'readState' | 'writeState'>;

/** Its name among the first moments. */
const REST = 'gibbs';

/** A state with what the tables have no place for: three numbers of the whole, and what the bags' rows add to the biases. */
export function withGibbsState({ heap }: Pick<Machine, 'heap'>, gibbs: GibbsPlan, state: State): State {
  return {
    async readState() {
      const read = await state.readState();
      return {
        ...read,
        first: { ...read.first, [REST]: Float32Array.from(placesOf(gibbs), (place) => heap.floats[place] as number) },
      };
    },
    writeState(written: TrainerState) {
      const rest = written.first[REST];
      const places = placesOf(gibbs);
      if (rest?.length !== places.length) throw new RangeError(`The state of a sampler needs ${places.length} more numbers`);
      state.writeState(written);
      places.forEach((place, i) => {
        heap.floats[place] = rest[i] as number;
      });
    },
  };
}

/** Of the numbers, as 32-bit floats. */
function placesOf({ sides, scalars, width, stride }: GibbsPlan): readonly number[] {
  const columns = Object.values(sides).flatMap(({ bag, bagRows }) =>
    Array.from({ length: bag?.node.rows ?? 0 }, (_, row) => (bagRows + row * stride) / 4 + width - 1),
  );
  return [scalars / 4, scalars / 4 + 1, scalars / 4 + 2, ...columns];
}
