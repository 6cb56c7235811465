import { READY } from '../../core/cell-machine.ts';
import { fetchPart } from '../../core/fetch-part.ts';
import { defineSlice } from '../../state/slice.ts';
import type { TakeAwayState } from './contract.ts';
import type { Work } from './work.ts';

const INITIAL: TakeAwayState = { run: READY, doing: null, made: null, opened: null, top: '' };

export const takeAwaySlice = defineSlice({ takeAway: INITIAL }, (kit) => {
  let made: Work | undefined;
  const work = async (): Promise<Work> => {
    made ??= (await fetchPart(() => import('./work.ts'))).createWork(kit);
    return made;
  };
  const setTop = (top: string): void => kit.setState(({ takeAway }) => ({ takeAway: { ...takeAway, top } }));
  return {
    actions: {
      setTop,
      takeAway: (what) => kit.run('takeAway', async () => (await work()).takeAway(what)),
      bringBack: (file) => kit.run('takeAway', async () => (await work()).bringBack(file)),
      stopTakingAway: () => made?.stop(),
    },
    address: {
      names: ['takeTop'],
      open(entries) {
        // Read where the lists are made.
        setTop(entries.get('takeTop')?.slice(0, 9) ?? '');
        return [];
      },
      write: ({ takeAway: { top } }) => (top ? { takeTop: top } : {}),
    },
  };
});
