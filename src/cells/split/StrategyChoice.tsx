import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration } from '../../state/selectors.ts';
import { ChoiceCard, ChoiceCards } from '../../ui/ChoiceCards.tsx';
import { STRATEGIES } from './strategies.ts';

const selectHasTimes = ({ data }: NotebookState) => data.summary === null || data.summary.firstTimestamp !== null;

const selectHasFiles = ({ data }: NotebookState) => data.summary?.layout?.parts !== undefined;

/** How it is decided what to hold out. */
export function StrategyChoice() {
  const { split } = useNotebookState(selectConfiguration);
  const hasTimes = useNotebookState(selectHasTimes);
  const hasFiles = useNotebookState(selectHasFiles);
  const { set } = useActions();
  return (
    <ChoiceCards legend="Split" leastWidth={240}>
      {STRATEGIES.filter(({ name, needsFiles }) => !needsFiles || hasFiles || split === name).map(
        ({ name, title, purpose, needsTimes }) => {
          const barred = needsTimes && !hasTimes;
          return (
            <ChoiceCard
              key={name}
              group="split"
              name={name}
              title={title}
              purpose={barred ? 'Not possible: these ratings have no times.' : purpose}
              checked={split === name}
              disabled={barred}
              onChoose={() => set('split', name)}
            />
          );
        },
      )}
    </ChoiceCards>
  );
}
