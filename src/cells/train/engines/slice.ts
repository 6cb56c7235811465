import { READY } from '../../../core/cell-machine.ts';
import type { EngineCheck } from '../../../core/engine-check.ts';
import { selectConfiguration } from '../../../state/selectors.ts';
import { defineSlice } from '../../../state/slice.ts';
import type { EngineCalls, EnginesState } from './contract.ts';

const INITIAL: EnginesState = { run: READY, checks: [] };

export const enginesSlice = defineSlice({ engines: INITIAL }, ({ getState, setState, run, calls }) => {
  const { compare } = calls<EngineCalls>('train/engines');

  const onProgress = (check: EngineCheck): void =>
    setState(({ engines }) => ({ engines: { ...engines, checks: [...engines.checks, check] } }));

  return {
    actions: {
      async compareEngines() {
        setState(({ engines }) => ({ engines: { ...engines, checks: [] } }));
        await run('engines', () => compare({ configuration: selectConfiguration(getState()) }, { onProgress }));
      },
    },
  };
});
