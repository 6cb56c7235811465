import { defineSlice } from './slice.ts';

/** What concerns the page as a whole. */
const INITIAL = {
  addressProblems: [],
  theme: 'system',
  labError: null,
  hasLooked: false,
  landmarks: 0,
  undone: { past: [], future: [], toast: null },
} as const;

export const pageSlice = defineSlice(INITIAL, ({ setState, undo, redo, dismissToast }) => ({
  actions: {
    undo,
    redo,
    dismissToast,
    setTheme: (theme) => setState({ theme }),
    noteLooked: () => setState({ hasLooked: true }),
    dismissAddressProblems: (group) =>
      setState(({ addressProblems }) => ({ addressProblems: addressProblems.filter((problem) => problem.group !== group) })),
    tellAddressProblem: (problem) => setState(({ addressProblems }) => ({ addressProblems: [...addressProblems, problem] })),
    fail: (labError) => setState({ labError }),
  },
}));
