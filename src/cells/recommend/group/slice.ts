import { clip } from '../../../state/address/clip.ts';
import { selectMayNameUsers } from '../../../state/selectors.ts';
import { defineSlice } from '../../../state/slice.ts';
import type { GroupCalls, GroupState } from './contract.ts';

const INITIAL: GroupState = { text: '', together: 'mean' };

/** An address may hold anything. */
const LONGEST_TEXT = 200;

export const groupSlice = defineSlice({ group: INITIAL }, ({ setState, calls, actions }) => {
  const client = calls<GroupCalls>('recommend/group');
  return {
    actions: {
      chooseGroup(change) {
        setState(({ group }) => ({ group: { ...group, ...change } }));
        actions.dismissAddressProblems('recommend');
      },
      askGroup: () => client,
    },
    address: {
      names: ['users', 'together'],
      open(entries) {
        const said = entries.get('together') ?? 'mean';
        const isKnown = said === 'mean' || said === 'least';
        setState({ group: { text: entries.get('users')?.slice(0, LONGEST_TEXT) ?? '', together: isKnown ? said : 'mean' } });
        return isKnown ? [] : [{ group: 'recommend', message: unusable(said) }];
      },
      write(state) {
        const { text, together } = state.group;
        if (text === '' || !selectMayNameUsers(state) || state.data.summary?.added) return {};
        return { users: text, ...(together === 'least' && { together }) };
      },
    },
  };
});

const unusable = (text: string): string =>
  `The address puts users together by “${clip(text)}”, which is neither mean nor least; the mean is used.`;
