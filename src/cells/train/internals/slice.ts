import { defineSlice } from '../../../state/slice.ts';
import type { InternalsCalls } from './contract.ts';

export const internalsSlice = defineSlice({}, ({ calls }) => {
  const { inspect, measureWeights } = calls<InternalsCalls>('train/internals');
  return { actions: { inspect: (request) => inspect(request), measureWeights: () => measureWeights() } };
});
