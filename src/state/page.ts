import { defineSlice } from './slice.ts';

/** What concerns the page as a whole. */
export const pageSlice = defineSlice(
  { addressProblems: [], theme: 'system', labError: null, hasLooked: false },
  ({ setState }) => ({
    actions: {
      setTheme: (theme) => setState({ theme }),
      noteLooked: () => setState({ hasLooked: true }),
      dismissAddressProblems: (group) =>
        setState(({ addressProblems }) => ({ addressProblems: addressProblems.filter((problem) => problem.group !== group) })),
      fail: (labError) => setState({ labError }),
    },
  }),
);
