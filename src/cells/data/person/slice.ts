import { defineSlice } from '../../../state/slice.ts';
import type { Person, PersonCalls } from './contract.ts';

export const personSlice = defineSlice({ person: { people: [] } }, ({ getState, setState, subscribe, ...kit }) => {
  const calls = kit.calls<PersonCalls>('data/person');
  const setPeople = (people: readonly Person[]): void => setState({ person: { people } });

  subscribe(({ data: { summary } }, before) => {
    // Other data has been loaded, or the same anew.
    if (summary !== before.data.summary && !summary?.added && getState().person.people.length > 0) setPeople([]);
  });

  return {
    actions: {
      matchPerson: (file) => calls.match({ file }),
      async addPeople(people) {
        for (const person of people) {
          await kit.actions.alterData(async () => {
            const summary = await calls.add(person);
            setPeople([...getState().person.people, person]);
            return summary;
          });
        }
      },
      removePerson: () =>
        kit.actions.alterData(async () => {
          const summary = await calls.remove();
          setPeople(getState().person.people.slice(0, -1));
          return summary;
        }),
    },
  };
});
