import { type FormEvent, useId, useState } from 'react';
import { type Cleaning, isUncleaned, UNCLEANED } from '../../../core/clean/cleaning.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import { selectTraining } from '../../../state/selectors.ts';
import { Button } from '../../../ui/Button.tsx';
import { Muted } from '../../../ui/Muted.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import panel from '../sources/Panel.module.css';
import { draftOf, readDraft } from './cleaning-draft.ts';
import { FIELDS, REPEATS, VALUES } from './fields.ts';

interface CleaningFormProps {
  readonly cleaning: Cleaning;
}

/** The settings of which ratings count, which take effect together: the ratings are read anew. */
export function CleaningForm({ cleaning }: CleaningFormProps) {
  const [draft, setDraft] = useState(draftOf(cleaning));
  const training = useNotebookState(selectTraining);
  const { clean } = useActions();
  const id = useId();
  const { cleaning: wanted, problem } = readDraft(draft);
  const isSame = JSON.stringify(wanted) === JSON.stringify(cleaning);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (wanted) void clean(wanted);
  };
  return (
    <form className={panel.panel} onSubmit={submit}>
      <div className={panel.grid}>
        {FIELDS.map(({ name, label, help, inputMode }) => (
          <div key={name} className={panel.field}>
            <label htmlFor={`${id}-${name}`}>{label}</label>
            <input
              id={`${id}-${name}`}
              className={panel.input}
              inputMode={inputMode}
              autoComplete="off"
              spellCheck={false}
              aria-describedby={`${id}-${name}-help`}
              value={draft[name]}
              onChange={({ target }) => setDraft({ ...draft, [name]: target.value })}
            />
            <Muted as="span" id={`${id}-${name}-help`}>
              {help}
            </Muted>
          </div>
        ))}
      </div>
      <Segmented
        {...REPEATS}
        changed={draft.repeats !== UNCLEANED.repeats}
        value={draft.repeats}
        onChange={(repeats) => setDraft({ ...draft, repeats: repeats as Cleaning['repeats'] })}
      />
      <Segmented
        {...VALUES}
        changed={draft.values !== UNCLEANED.values}
        value={draft.values}
        onChange={(values) => setDraft({ ...draft, values: values as Cleaning['values'] })}
      />
      <p className={panel.actions}>
        <Button type="submit" look="primary" disabled={training || wanted === null || isSame}>
          Read with these settings
        </Button>
        <Button disabled={training || isUncleaned(cleaning)} onClick={() => void clean(UNCLEANED)}>
          Use all ratings
        </Button>
        <span className={panel.problem} role="status">
          {problem}
        </span>
      </p>
    </form>
  );
}
