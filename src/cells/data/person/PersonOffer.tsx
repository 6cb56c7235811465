import { useState } from 'react';
import type { MappingQuestion } from '../../../core/column-mapping.ts';
import type { PersonQuestion } from '../../../core/person/person.ts';
import { useActions, useNotebookState } from '../../../state/hooks.ts';
import type { NotebookState } from '../../../state/notebook-state.ts';
import { Button } from '../../../ui/Button.tsx';
import { ColumnMappingForm } from '../sources/ColumnMappingForm.tsx';
import panel from '../sources/Panel.module.css';
import { PersonMatches } from './PersonMatches.tsx';

interface PersonOfferProps {
  readonly question: PersonQuestion;
  /** What may be said instead; missing where that helps nothing. */
  readonly mapping: MappingQuestion | undefined;
}

const selectData = (state: NotebookState) => state.data;

/** One person's ratings, the movies that they match, and the question whether to add them to the data that is loaded. */
export function PersonOffer({ question: { file, service, items }, mapping }: PersonOfferProps) {
  const { wanted, summary } = useNotebookState(selectData);
  const { leaveQuestion } = useActions();
  const [asksColumns, setAsksColumns] = useState(false);
  if (asksColumns && mapping) return <ColumnMappingForm question={mapping} />;
  const kind = items === 'titles' ? 'many people' : `${items} by many people`;
  return (
    <section className={panel.panel} aria-label="One person’s ratings">
      <p>
        <strong>{file}</strong> has one person’s ratings{service && ` from ${service}`}: no column says who rated.
      </p>
      {summary === null && <p>They can be added to ratings of {kind}: load some first, then open this file again.</p>}
      {summary && !(wanted instanceof File) && <p>To add them to {summary.name}, download the file and open it here.</p>}
      {summary && wanted instanceof File && (
        <PersonMatches key={wanted.name + wanted.lastModified} file={wanted} data={summary} />
      )}
      <p className={panel.actions}>
        {mapping && (
          <Button look="quiet" onClick={() => setAsksColumns(true)}>
            It is something else: choose its columns
          </Button>
        )}
        <Button look="quiet" onClick={leaveQuestion}>
          Leave it
        </Button>
      </p>
    </section>
  );
}
