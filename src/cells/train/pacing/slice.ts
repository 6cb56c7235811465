import { isBusy } from '../../../core/cell-machine.ts';
import type { RunPace } from '../../../core/run.ts';
import { clip } from '../../../state/address/clip.ts';
import { defineSlice } from '../../../state/slice.ts';
import type { TrainCalls } from '../contract.ts';
import type { PacingState } from './contract.ts';

const PACES: readonly RunPace[] = ['full', 'epoch', 'step'];
const INITIAL: PacingState = { pace: 'full' };

export const pacingSlice = defineSlice({ pacing: INITIAL }, ({ getState, setState, calls, actions }) => {
  const { setWaits } = calls<TrainCalls>('train');

  const setPace = (pace: RunPace): void => {
    setState({ pacing: { pace } });
    const { run } = getState().training;
    if (!isBusy(run)) return;
    // A lab that is gone says so itself.
    void setWaits({ waits: pace === 'epoch' }).catch(() => undefined);
    if (pace === 'step' && run.phase === 'running') void actions.pause();
  };

  return {
    actions: {
      setPace(pace) {
        setPace(pace);
        actions.dismissAddressProblems('training');
      },
    },
    address: {
      names: ['pace'],
      open(entries) {
        const text = entries.get('pace');
        const pace = PACES.find((one) => one === (text ?? INITIAL.pace));
        if ((pace ?? INITIAL.pace) !== getState().pacing.pace) setPace(pace ?? INITIAL.pace);
        return pace ? [] : [{ group: 'training', message: unusable(text ?? '') }];
      },
      write: ({ pacing: { pace } }) => (pace === INITIAL.pace ? {} : { pace }),
    },
  };
});

const unusable = (text: string): string =>
  `The address sets the pace to “${clip(text)}”, which is not one of ${PACES.join(', ')}; ${INITIAL.pace} is used.`;
