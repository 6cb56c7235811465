import { defineSlice } from '../../../state/slice.ts';
import type { WhyCalls } from './contract.ts';

export const whySlice = defineSlice({}, ({ calls }) => {
  const { explain } = calls<WhyCalls>('recommend/why');
  return { actions: { explainMovie: (request) => explain(request) } };
});
