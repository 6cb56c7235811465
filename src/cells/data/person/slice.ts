import { isSameData } from '../../../core/data-source.ts';
import type { DataSummary } from '../../../core/data-summary.ts';
import { defineSlice } from '../../../state/slice.ts';
import type { Person, PersonCalls } from './contract.ts';

export const personSlice = defineSlice({ person: { people: [] } }, ({ getState, setState, subscribe, undoable, ...kit }) => {
  const calls = kit.calls<PersonCalls>('data/person');
  const setPeople = (people: readonly Person[]): void => setState({ person: { people } });

  subscribe(({ data: { summary } }, before) => {
    // Other data has been loaded, or the same anew.
    if (summary !== before.data.summary && !summary?.added && getState().person.people.length > 0) setPeople([]);
  });

  const add = (person: Person): Promise<void> =>
    kit.actions.alterData(async () => {
      const summary = await calls.add(person);
      setPeople([...getState().person.people, person]);
      return summary;
    });

  const remove = (): Promise<void> =>
    kit.actions.alterData(async () => {
      const summary = await calls.remove();
      setPeople(getState().person.people.slice(0, -1));
      return summary;
    });

  /** Adds them to the data that they were taken from, to no other. */
  const putBack = (person: Person) => async (data: DataSummary, instead: DataSummary) => {
    const { summary } = getState().data;
    if (summary === null || !isSameData(summary, instead)) return false;
    await ((data.added?.length ?? 0) > (instead.added?.length ?? 0) ? add(person) : remove());
    return true;
  };

  return {
    actions: {
      matchPerson: (file) => calls.match({ file }),
      async addPeople(people) {
        for (const person of people) await add(person);
      },
      async removePerson() {
        const person = getState().person.people.at(-1);
        const before = getState().data.summary;
        await remove();
        const after = getState().data.summary;
        if (!person || !before || !after) return;
        const words = `User ${before.added?.at(-1)?.userId} removed.`;
        undoable({ words, before, after, put: putBack(person) });
      },
    },
  };
});
