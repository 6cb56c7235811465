import { isUncleaned } from '../../../core/clean/cleaning.ts';
import { useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { later } from '../../../ui/later.tsx';

const CleaningForm = later(async () => (await import('./CleaningForm.tsx')).CleaningForm);

const selectCleaning = ({ data }: NotebookState) => data.cleaning;

/** The settings of which ratings count. */
export function WhichRatings() {
  const cleaning = useNotebookState(selectCleaning);
  return (
    <Disclosure title="Which ratings count" hint={isUncleaned(cleaning) ? 'all of them' : 'as you have set'}>
      <CleaningForm key={JSON.stringify(cleaning)} cleaning={cleaning} />
    </Disclosure>
  );
}
