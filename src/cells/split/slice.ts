import { READY } from '../../core/cell-machine.ts';
import { splitSettings } from '../../core/split.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { defineSlice } from '../../state/slice.ts';
import type { SplitCalls } from './contract.ts';

/** Keeps up with the data and the settings: that is cheap, so nobody has to press anything. */
export const splitSlice = defineSlice({ split: { run: READY, report: null } }, ({ follow, calls }) => {
  const { report } = calls<SplitCalls>('split');
  const retrySplit = follow('split', {
    inputs: (state) => state.data.summary && { summary: state.data.summary, ...splitSettings(selectConfiguration(state)) },
    async ask({ summary: _, ...settings }) {
      const found = await report({ settings });
      return ({ split }) => ({ split: { ...split, report: found } });
    },
  });
  return { actions: { retrySplit } };
});
