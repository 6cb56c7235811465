import { READY } from '../../core/cell-machine.ts';
import { fetchPart } from '../../core/fetch-part.ts';
import { defineSlice } from '../../state/slice.ts';
import type { TakeAwayState } from './contract.ts';
import { TOP } from './top.ts';
import type { Work } from './work.ts';

const INITIAL: TakeAwayState = { run: READY, doing: null, made: null, opened: null, top: TOP.initial };

export const takeAwaySlice = defineSlice({ takeAway: INITIAL }, (kit) => {
  let made: Work | undefined;
  const work = async (): Promise<Work> => {
    made ??= (await fetchPart(() => import('./work.ts'))).createWork(kit);
    return made;
  };
  const setTop = (top: number): void => kit.setState(({ takeAway }) => ({ takeAway: { ...takeAway, top } }));
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
        const text = entries.get('takeTop') ?? String(TOP.initial);
        const top = /^\d{1,3}$/.test(text) ? Number(text) : 0;
        const fits = top >= TOP.min && top <= TOP.max;
        setTop(fits ? top : TOP.initial);
        return fits ? [] : [{ group: 'take-away', message: UNUSABLE }];
      },
      write: ({ takeAway: { top } }) => (top === TOP.initial ? {} : { takeTop: String(top) }),
    },
  };
});

const UNUSABLE = `The address asks for lists of a length that is not a whole number from ${TOP.min} to ${TOP.max}; ${TOP.initial} is used.`;
