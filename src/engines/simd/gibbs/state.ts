import type { Trainer, TrainerState } from '../../trainer.ts';
import type { Machine } from '../machine.ts';
import { loadTable, storeTable } from '../memory/weights.ts';
import type { GibbsPlan } from './layout.ts';

type State = Pick<Trainer, 'readState' | 'writeState'>;

/** Its name among the first moments. */
const REST = 'gibbs';

/** A state with what the tables have no place for: three numbers of the whole, what the bags' rows add to the biases, and the kept samples. */
export function withGibbsState({ heap }: Pick<Machine, 'heap'>, gibbs: GibbsPlan, state: State): State {
  const { slots, width, stride } = gibbs;
  const samples = Object.values(gibbs.sides).map(({ of, rows, samples: address }) => {
    const table = { rows: slots * rows, columns: width, stride, span: 4 * width };
    return { name: `${REST}/${of}_samples`, table, address, length: slots * rows * width };
  });
  return {
    async readState() {
      const read = await state.readState();
      const rest = Float32Array.from(placesOf(gibbs), (place) => heap.floats[place] as number);
      const kept = samples.map(({ name, table, address }) => [name, loadTable(heap, table, address)] as const);
      return { ...read, first: { ...read.first, [REST]: rest, ...Object.fromEntries(kept) } };
    },
    writeState(written: TrainerState) {
      const rest = written.first[REST];
      const places = placesOf(gibbs);
      if (rest?.length !== places.length) throw new RangeError(`The state of a sampler needs ${places.length} more numbers`);
      for (const { name, length } of samples) {
        if (written.first[name]?.length !== length)
          throw new RangeError(`The state of a sampler needs ${length} numbers of "${name}"`);
      }
      state.writeState(written);
      places.forEach((place, i) => {
        heap.floats[place] = rest[i] as number;
      });
      for (const { name, table, address } of samples) storeTable(heap, table, address, written.first[name], 0);
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
