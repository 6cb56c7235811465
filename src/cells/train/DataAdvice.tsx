import { settingsOfAim } from '../../core/aim.ts';
import type { SettingName } from '../../core/hyperparameters.ts';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectConfiguration, selectDataSize } from '../../state/selectors.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { adviceOn } from './data-advice.ts';

const selectSummary = ({ data }: NotebookState) => data.summary;
const selectOverrides = ({ overrides }: NotebookState) => overrides;

/** What to know before training on data that teaches little. */
export function DataAdvice() {
  const summary = useNotebookState(selectSummary);
  const configuration = useNotebookState(selectConfiguration);
  const overrides = useNotebookState(selectOverrides);
  const size = useNotebookState(selectDataSize);
  const { set } = useActions();
  const advice = summary && adviceOn(summary, configuration);
  if (!advice) return null;
  const aimAtList = (): void => {
    const settings = Object.entries(settingsOfAim('list', overrides, size));
    for (const [name, value] of settings) set(name as SettingName, value as never);
  };
  return (
    <Notice tone="info" message={advice.message} remedy={advice.remedy}>
      {advice.isOfAim && <Button onClick={aimAtList}>Aim at the list</Button>}
    </Notice>
  );
}
