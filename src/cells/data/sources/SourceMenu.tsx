import type { SourceName } from '../../../state/data-choice.ts';
import { sourceNameOf } from '../../../state/data-choice.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { selectTraining } from '../../../state/selectors.ts';
import { ChoiceCard, ChoiceCards } from '../../../ui/ChoiceCards.tsx';
import { Muted } from '../../../ui/Muted.tsx';
import panel from './Panel.module.css';
import { RatingsDrop } from './RatingsDrop.tsx';

const ENTRIES: readonly { readonly name: SourceName; readonly title: string; readonly purpose: string }[] = [
  {
    name: 'bundled',
    title: 'MovieLens Latest Small',
    purpose: '100,004 real ratings by real people; they come with the page.',
  },
  {
    name: 'ml-1m',
    title: 'MovieLens 1M',
    purpose: 'A million real ratings by 6,040 people: fetched once from GroupLens, then kept in this browser.',
  },
  {
    name: 'synthetic',
    title: 'Synthetic ratings',
    purpose: 'Made-up ratings of any size, with hidden tastes that a model can find.',
  },
  {
    name: 'url',
    title: 'From a URL',
    purpose: 'A zip or ratings file on any host that allows it.',
  },
];

const selectData = (state: NotebookState) => state.data;

/** Where ratings can come from. */
export function SourceMenu() {
  const { source: chosen, loaded, run } = useNotebookState(selectData);
  // After a file could not be read, what is still loaded is what the menu shows.
  const source = chosen === 'file' && run.phase === 'failed' && loaded !== null ? sourceNameOf(loaded) : chosen;
  const training = useNotebookState(selectTraining);
  const { chooseSource, openPicked } = useActions();
  return (
    <>
      <ChoiceCards legend="Data set" leastWidth={280} disabled={training}>
        {ENTRIES.map(({ name, title, purpose }) => (
          <ChoiceCard
            key={name}
            group="data"
            name={name}
            title={title}
            purpose={purpose}
            checked={name === source}
            onChoose={() => chooseSource(name)}
          />
        ))}
        <RatingsDrop
          current={loaded !== null && source === 'file' && sourceNameOf(loaded) === 'file' ? fileNameOf(loaded) : null}
          disabled={training}
          onPick={(gather) => void openPicked(gather)}
        />
      </ChoiceCards>
      <Muted data-shown={training || undefined} className={panel.held}>
        Stop the run to load other data.
      </Muted>
    </>
  );
}

const fileNameOf = (choice: object | string): string | null =>
  choice instanceof File ? choice.name : typeof choice === 'object' && 'file' in choice ? String(choice.file) : null;
