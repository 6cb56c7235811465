import { SETTINGS, type SettingName } from '../core/hyperparameters.ts';
import type { SettingGroup } from '../core/settings/setting.ts';
import { useActions, useNotebookState } from '../state/hooks.ts';
import type { NotebookState } from '../state/notebook-state.ts';
import { Button } from '../ui/Button.tsx';

interface ResetButtonProps {
  readonly groups: readonly SettingGroup[];
}

const selectOverrides = (state: NotebookState) => state.overrides;

/** Back to the model's defaults; the model itself stays. */
export function ResetButton({ groups }: ResetButtonProps) {
  const overrides = useNotebookState(selectOverrides);
  const { reset } = useActions();
  const names = Object.keys(overrides) as SettingName[];
  const changed = names.some((name) => name !== 'model' && groups.includes(SETTINGS[name].group));
  return (
    <Button look="quiet" disabled={!changed} onClick={() => reset(...groups)}>
      Reset to defaults
    </Button>
  );
}
