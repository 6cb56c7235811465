import { useId, useState } from 'react';
import type { ColumnMapping, MappingQuestion, WideMapping } from '../../../core/column-mapping.ts';
import { useActions } from '../../../state/hooks.ts';
import { Button } from '../../../ui/Button.tsx';
import { Muted } from '../../../ui/Muted.tsx';
import styles from './ColumnMappingForm.module.css';
import { completeMapping, ROLES, type Role } from './column-roles.ts';
import { FirstRows } from './FirstRows.tsx';
import panel from './Panel.module.css';

interface ColumnMappingFormProps {
  readonly question: MappingQuestion;
}

/** The first rows of a file whose columns are not known, and the question which of them holds what. */
export function ColumnMappingForm({ question }: ColumnMappingFormProps) {
  const { file, columns, sample, guess, wide } = question;
  const [chosen, setChosen] = useState<Partial<ColumnMapping>>(guess);
  const { answer } = useActions();
  const problemId = useId();
  const { mapping, problem } = completeMapping(chosen);
  return (
    <section className={panel.panel} aria-label="Which column holds what">
      <p>
        <strong>{file}</strong> does not say which column holds what. These are its first rows.
      </p>
      {wide && <WideChoice wide={wide} />}
      <FirstRows title="The first rows" columns={columns} sample={sample} mapping={chosen} />
      <div className={styles.roles}>
        {ROLES.map(({ role, label, required }) => (
          <label key={role} className={styles.role}>
            {label}
            <select
              className={styles.select}
              value={chosen[role] ?? ''}
              onChange={({ target }) => setChosen(withRole(chosen, role, target.value))}
            >
              <option value="">{required ? 'Choose a column' : 'None'}</option>
              {columns.map((column, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns are known by their place, and names may repeat
                <option key={at} value={at}>
                  {column}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <p className={panel.actions}>
        <Button
          look="primary"
          disabled={mapping === null}
          aria-describedby={problemId}
          onClick={() => mapping && void answer({ mapping })}
        >
          Load with these columns
        </Button>
        <Muted as="span" id={problemId} role="status">
          {problem ?? (mapping?.rating === undefined && 'Without a column of ratings, each row counts once.')}
        </Muted>
      </p>
    </section>
  );
}

/** For a table with a column for each movie, or each user. */
function WideChoice({ wide }: { readonly wide: WideMapping }) {
  const { answer } = useActions();
  const other = wide.rows === 'users' ? 'items' : 'users';
  const words = { users: 'a row for each user, a column for each movie', items: 'a row for each movie, a column for each user' };
  return (
    <>
      <p>
        The file seems to have {words[wide.rows]}
        {wide.blank === null ? '' : `, and ${wide.blank} where nothing was rated`}.
      </p>
      <p className={panel.actions}>
        <Button look="primary" onClick={() => void answer({ wide })}>
          Load it this way
        </Button>
        <Button onClick={() => void answer({ wide: { ...wide, rows: other } })}>It has {words[other]}</Button>
      </p>
    </>
  );
}

function withRole(chosen: Partial<ColumnMapping>, role: Role, value: string): Partial<ColumnMapping> {
  const { [role]: _, ...others } = chosen;
  return value === '' ? others : { ...others, [role]: Number(value) };
}
