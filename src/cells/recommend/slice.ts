import { isBusy, READY } from '../../core/cell-machine.ts';
import { isSameData } from '../../core/data-source.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration, selectUserData } from '../../state/selectors.ts';
import { defineSlice } from '../../state/slice.ts';
import type { RecommendCalls, RecommendState } from './contract.ts';
import { RECOMMENDED } from './recommended.ts';
import { firstUserOf, parseUserId, userTextFor } from './user-id.ts';

/** An address may hold anything. */
const LONGEST_TEXT = 200;

const INITIAL: RecommendState = { run: READY, userText: '', result: null };

export const recommendSlice = defineSlice({ recommend: INITIAL }, ({ getState, setState, subscribe, run, ...kit }) => {
  const calls = kit.calls<RecommendCalls>('recommend');

  const recommend = async (userText: string): Promise<void> => {
    setState((state) => ({ recommend: { ...state.recommend, userText } }));
    if (getState().training.inUse === null) return;
    await run('recommend', async (isNewest) => {
      const userId = parseUserId(userText, selectUserData(getState()));
      const result = await calls.recommend({ userId, count: RECOMMENDED, minRatings: selectMinRatings(getState()) });
      if (isNewest()) setState((state) => ({ recommend: { ...state.recommend, result } }));
    });
  };

  let picking: Promise<void> = Promise.resolve();
  /** One after the other: a step starts where the step before it led to. Where the lab is gone, the page says so elsewhere. */
  const pickUser = (which: -1 | 1 | 'random'): Promise<void> => {
    picking = picking.then(async () => {
      const of = getState().recommend.userText.trim();
      const request =
        which === 'random' ? { kind: 'random' as const, draw: Math.random() } : { kind: 'beside' as const, of, by: which };
      const userId = await calls.pickUser(request).catch(() => null);
      if (userId !== null) void recommend(String(userId));
    });
    return picking;
  };

  /** The user to go on with where the data is other than before; null where it stays. */
  const userAfter = (now: NotebookState, before: NotebookState): string | null => {
    const { userText } = now.recommend;
    const [is, was] = [selectUserData(now), selectUserData(before)];
    if (is === null || is === was) return null;
    if (userText === '') return firstUserOf(is);
    if (was === null || isSameData(was, is)) return null;
    const added = is.added?.at(-1);
    if (added && added.fingerprint !== was.added?.at(-1)?.fingerprint) return String(added.userId);
    // Whoever chose nobody sees whom the other data begins with.
    const known = userText === firstUserOf(was) ? firstUserOf(is) : userTextFor(userText, is);
    return known === userText ? null : known;
  };

  /** Whether the model in use recommends otherwise than before. */
  const isOther = (now: NotebookState, before: NotebookState): boolean =>
    now.training.inUse !== before.training.inUse ||
    now.training.epochs.length > before.training.epochs.length ||
    (isBusy(before.training.run) && !isBusy(now.training.run));

  subscribe((now, before) => {
    const { userText, run: current } = now.recommend;
    const user = userAfter(now, before);
    if (user !== null) void recommend(user);
    else if (selectMinRatings(now) !== selectMinRatings(before)) void recommend(userText);
    else if (isOther(now, before) && !isBusy(current) && userText !== '') void recommend(userText);
  });

  return {
    actions: { recommend, pickUser, weights: () => calls.weights() },
    address: {
      names: ['user'],
      open(entries) {
        const text = entries.get('user');
        if (text !== undefined) void recommend(text.slice(0, LONGEST_TEXT));
        return [];
      },
      write(state) {
        const { userText } = state.recommend;
        // Who was added is there in this tab alone.
        const isAdded = state.data.summary?.added?.some(({ userId }) => String(userId) === userText);
        return userText === '' || isAdded ? {} : { user: userText };
      },
    },
  };
});

const selectMinRatings = (state: NotebookState): number => selectConfiguration(state).minRatings;
