import { useEffect, useState } from 'react';
import type { DataSummary } from '../../../core/data-summary.ts';
import type { LabError } from '../../../core/errors.ts';
import { useActions } from '../../../state/hooks.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatQuantity } from '../../../ui/format.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useSay } from '../../../ui/words.tsx';
import panel from '../sources/Panel.module.css';
import type { PersonMatches as Found, Person } from './contract.ts';
import { MatchTable } from './MatchTable.tsx';
import { countSentence, scaleSentence } from './words.ts';

interface PersonMatchesProps {
  readonly file: File;
  readonly data: DataSummary;
}

/** Which movies one person's ratings are of, and the button that adds them. */
export function PersonMatches({ file, data }: PersonMatchesProps) {
  const { matchPerson, addPeople } = useActions();
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<LabError | null>(null);
  const [picks, setPicks] = useState<Person['picks']>({});
  const say = useSay();
  const [isAdding, setIsAdding] = useState(false);
  useEffect(() => {
    matchPerson(file).then(setFound, setProblem);
  }, [matchPerson, file]);
  const add = async (): Promise<void> => {
    setIsAdding(true);
    await addPeople([{ file, picks }]).catch((thrown) => {
      setProblem(thrown);
      setIsAdding(false);
    });
  };
  if (problem) return <Notice tone="failed" message={problem.message} remedy={problem.remedy} />;
  if (found === null) return <Muted role="status">Looking for the titles in {data.name}…</Muted>;
  const { rows, service, userId, unrated, faulty } = found;
  const count = rows.filter(({ kind }) => kind === 'matched').length + Object.keys(picks).length;
  return (
    <>
      <p role="status">
        {say(countSentence(rows))} {scaleSentence(service, data.scale)}
      </p>
      <MatchTable rows={rows} of={data.name} picks={picks} onPick={setPicks} />
      {unrated > 0 && <Muted>{formatQuantity(unrated, 'row has', 'rows have')} no rating and are left out.</Muted>}
      {faulty.count > 0 && (
        <Muted>
          {formatQuantity(faulty.count, 'row')} cannot be read: {faulty.lines.join('; ')}
        </Muted>
      )}
      <p className={panel.actions}>
        <Button look="primary" disabled={isAdding || count === 0} onClick={() => void add()}>
          Add {formatQuantity(count, 'rating')} as user {userId}
        </Button>
        <Muted as="span">They stay in this tab, and can be removed again.</Muted>
      </p>
    </>
  );
}
