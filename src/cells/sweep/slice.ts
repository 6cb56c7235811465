import { READY } from '../../core/cell-machine.ts';
import { fetchPart } from '../../core/fetch-part.ts';
import { defineSlice } from '../../state/slice.ts';
import type { Conductor } from './conduct.ts';
import type { SweepState } from './contract.ts';
import { isPlanKept } from './plan-place.ts';

const INITIAL: SweepState = { run: READY, text: '', plan: null, epochsUnderWay: null };

export const sweepSlice = defineSlice({ sweep: INITIAL }, (kit) => {
  let conductor: Promise<Conductor> | null = null;

  /** Few visits have a sweep, so what conducts it is fetched when it is first asked for. */
  const withConductor = async (work: (conductor: Conductor) => Promise<void> | void): Promise<void> => {
    conductor ??= fetchPart(() => import('./conduct.ts')).then(({ createConductor }) => createConductor(kit));
    try {
      await work(await conductor);
    } catch (thrown) {
      conductor = null;
      await kit.run('sweep', () => Promise.reject(thrown));
    }
  };

  return {
    actions: {
      setSweep: (settings) => withConductor((it) => it.setSweep(settings)),
      resetSweep: () => withConductor((it) => it.resetSweep()),
      prepareSweep: () => withConductor((it) => it.prepareSweep()),
      startSweep: (settings) => withConductor((it) => it.startSweep(settings)),
      goOnWithSweep: () => withConductor((it) => it.goOnWithSweep()),
      pauseSweep: () => withConductor((it) => it.pauseSweep()),
      resumeSweep: () => withConductor((it) => it.resumeSweep()),
      stopSweep: () => withConductor((it) => it.stopSweep()),
      async findSweep() {
        if (isPlanKept()) await withConductor((it) => it.findSweep());
      },
    },
    address: {
      names: ['sweep'],
      open(entries) {
        const text = entries.get('sweep') ?? '';
        kit.setState(({ sweep }) => ({ sweep: { ...sweep, text } }));
        return [];
      },
      write: ({ sweep: { text } }) => (text === '' ? {} : { sweep: text }),
    },
  };
});
