import { isBusy, READY } from '../../core/cell-machine.ts';
import { isSameData } from '../../core/data-source.ts';
import { fetchPart } from '../../core/fetch-part.ts';
import { clip } from '../../state/address/clip.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration, selectMayNameUsers, selectUserData } from '../../state/selectors.ts';
import { defineSlice } from '../../state/slice.ts';
import type { ChoiceName, ListChoices, ListRequest, RecommendCalls, RecommendState } from './contract.ts';
import { RECOMMENDED } from './recommended.ts';
import { firstUserOf, parseUserId, userTextFor } from './user-id.ts';

/** An address may hold anything. */
const LONGEST_TEXT = 200;

/** Milliseconds between the lists of a run that goes on: each keeps the worker from its training for a while. */
const REST = 500;

const INITIAL: RecommendState = { run: READY, userText: '', place: null, result: null, choices: {} };

const CHOICES: readonly ChoiceName[] = ['top', 'rated', 'discount', 'careful', 'genre', 'years', 'titles'];

/** More titles would make an address that nobody can send. */
const LONGEST_LIST = 1000;

export const recommendSlice = defineSlice({ recommend: INITIAL }, ({ getState, setState, subscribe, run, undoable, ...kit }) => {
  const calls = kit.calls<RecommendCalls>('recommend');

  const choicesCode = () => fetchPart(() => import('./choices.ts'));
  const setChoices = (choices: ListChoices): void => setState(({ recommend }) => ({ recommend: { ...recommend, choices } }));

  /** Of a list as it starts. */
  const plainRequest = (): ListRequest => ({ count: RECOMMENDED, minRatings: selectMinRatings(getState()) });
  const hasChoices = (): boolean => Object.keys(getState().recommend.choices).length > 0;

  const listRequest = async (): Promise<ListRequest> => {
    if (!hasChoices()) return plainRequest();
    const { requestOf } = await choicesCode();
    return { ...plainRequest(), ...requestOf(getState().recommend.choices) };
  };

  const hasData = ({ training, data } = getState()): boolean =>
    training.inUse !== null || (data.summary !== null && !isBusy(data.run));

  /** Whether a genre of the address waits for data that may have it. */
  let isGenreWaiting = false;
  /** Puts away what an address chose that cannot be used, and says so. */
  const checkChoices = async (isDataThere: boolean): Promise<void> => {
    const { choices } = getState().recommend;
    const hasGenre = choices.genre !== undefined;
    isGenreWaiting = hasGenre && !isDataThere;
    const known = hasGenre && isDataThere ? await calls.filterChoices().catch(() => null) : null;
    for (const { name, message } of (await choicesCode()).faultsOf(choices, known?.genres)) {
      const { [name]: _, ...others } = getState().recommend.choices;
      setChoices(others);
      kit.actions.tellAddressProblem({ group: 'recommend', message });
    }
  };

  const recommend = async (userText: string): Promise<void> => {
    setState(({ recommend: now }) => ({
      recommend: { ...now, userText, place: now.userText === userText ? now.place : null },
    }));
    if (getState().training.inUse === null) return;
    await run('recommend', async (isNewest) => {
      const userId = parseUserId(userText, selectUserData(getState()));
      const result = await calls.recommend({ userId, ...(hasChoices() ? await listRequest() : plainRequest()) });
      if (isNewest()) setState((state) => ({ recommend: { ...state.recommend, result } }));
    });
  };

  /** Whom an address asks for by place, until there is data. */
  let wantedPlace: number | null = null;
  const recommendAt = async (place: number): Promise<void> => {
    wantedPlace = null;
    const users = selectUserData(getState())?.users ?? place;
    if (place > users) kit.actions.tellAddressProblem({ group: 'recommend', message: beyond(place, users) });
    const userId = await calls.pickUser({ kind: 'at', place }).catch(() => null);
    if (userId !== null) await recommend(String(userId));
  };

  const findPlace = async (userText: string): Promise<void> => {
    const place = await calls.placeOf({ userId: userText.trim() }).catch(() => null);
    setState(({ recommend: now }) => ({ recommend: now.userText === userText ? { ...now, place } : now }));
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
    now.training.inUse !== null &&
    (now.training.inUse !== before.training.inUse ||
      now.training.epochs.length > before.training.epochs.length ||
      (isBusy(before.training.run) && !isBusy(now.training.run)));

  let timer: ReturnType<typeof setTimeout> | undefined;
  let restsUntil = 0;
  /** The list of the newest weights: at once, but while a run goes on only every now and then. */
  const keepUp = (isRunning: boolean): void => {
    clearTimeout(timer);
    const wait = isRunning ? restsUntil - performance.now() : 0;
    if (wait > 0) {
      timer = setTimeout(keepUp, wait, false);
      return;
    }
    restsUntil = performance.now() + REST;
    void recommend(getState().recommend.userText);
  };

  subscribe((now, before) => {
    const { userText, run: current } = now.recommend;
    const isOfOther = selectUserData(now) !== selectUserData(before);
    const isPrivate = userText !== '' && !selectMayNameUsers(now);
    if (isPrivate && (isOfOther || userText !== before.recommend.userText)) void findPlace(userText);
    if (isOfOther && isGenreWaiting && selectUserData(now)) void checkChoices(true).catch(() => undefined);
    const user = userAfter(now, before);
    if (isOfOther && wantedPlace !== null) void recommendAt(wantedPlace);
    else if (user !== null) void recommend(user);
    else if (selectMinRatings(now) !== selectMinRatings(before) || now.recommend.choices !== before.recommend.choices)
      void recommend(userText);
    else if (isOther(now, before) && !isBusy(current) && userText !== '') keepUp(isBusy(now.training.run));
  });

  return {
    actions: {
      recommend: (userText) => {
        wantedPlace = null;
        return recommend(userText);
      },
      pickUser,
      chooseList(changes) {
        const chosen = Object.entries({ ...getState().recommend.choices, ...changes }).filter(([, text]) => text !== '');
        setChoices(Object.fromEntries(chosen));
        kit.actions.dismissAddressProblems('recommend');
      },
      clearListFilters() {
        const before = getState().recommend.choices;
        const { genre, years, titles, ...after } = before;
        const put = (choices: ListChoices): boolean => {
          setChoices(choices);
          return true;
        };
        setChoices(after);
        undoable({ words: 'Filters of the list cleared.', before, after, put });
      },
      listRequest,
      filterChoices: () => calls.filterChoices(),
      usersByTrait: (trait) =>
        calls.usersByTrait({ trait, of: parseUserId(getState().recommend.userText, selectUserData(getState())) }),
    },
    address: {
      names: ['user', 'place', ...CHOICES],
      open(entries) {
        const choices = Object.fromEntries(CHOICES.flatMap((name) => (entries.has(name) ? [[name, entries.get(name)]] : [])));
        const isChoosing = Object.keys(choices).length > 0;
        if (isChoosing || hasChoices()) setChoices(choices);
        isGenreWaiting = false;
        if (isChoosing) void checkChoices(hasData()).catch(() => undefined);
        const text = entries.get('user');
        if (text !== undefined) void recommend(text.slice(0, LONGEST_TEXT));
        const place = entries.get('place');
        if (place === undefined) return [];
        if (!/^[1-9]\d{0,8}$/.test(place)) return [{ group: 'recommend', message: unusable(place) }];
        wantedPlace = Number(place);
        if (hasData()) void recommendAt(wantedPlace);
        return [];
      },
      write(state) {
        const { userText, place, choices } = state.recommend;
        const { titles = '', ...others } = choices;
        const list = titles === '' || titles.length > LONGEST_LIST ? others : choices;
        // Who was added is there in this tab alone.
        const isAdded = state.data.summary?.added?.some(({ userId }) => String(userId) === userText);
        if (wantedPlace !== null) return { place: String(wantedPlace), ...list };
        if (userText === '' || isAdded) return list;
        if (selectMayNameUsers(state)) return { user: userText, ...list };
        return place === null ? list : { place: String(place), ...list };
      },
    },
  };
});

const unusable = (text: string): string =>
  `The address asks for the user at place “${clip(text)}”, which is not a whole number from 1 on; the first user is taken.`;

const beyond = (place: number, users: number): string =>
  `The address asks for the user at place ${place}, but there are ${users} users; the last user is taken.`;

const selectMinRatings = (state: NotebookState): number => selectConfiguration(state).minRatings;
