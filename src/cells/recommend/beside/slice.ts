import { defineSlice } from '../../../state/slice.ts';
import type { BesideCalls } from './contract.ts';

/** An address may hold anything. */
const LONGEST_TEXT = 60;

/** What the address says is kept as it stands; `others.ts` reads it where it is shown. */
export const besideSlice = defineSlice({ beside: { other: '' } }, ({ setState, calls }) => {
  const client = calls<BesideCalls>('recommend/beside');
  return {
    actions: {
      chooseBeside: (other) => setState({ beside: { other } }),
      askBeside: () => client,
    },
    address: {
      names: ['beside'],
      open(entries) {
        setState({ beside: { other: entries.get('beside')?.slice(0, LONGEST_TEXT) ?? '' } });
        return [];
      },
      // A run is kept in this browser alone.
      write: ({ beside: { other } }) => (other === '' || other.startsWith('run:') ? {} : { beside: other }),
    },
  };
});
