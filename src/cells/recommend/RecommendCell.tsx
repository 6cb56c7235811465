import { useState } from 'react';
import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { selectWeightsStaleReason } from '../../state/selectors.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { later } from '../../ui/later.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Reserved } from '../../ui/Reserved.tsx';
import { Segments } from '../../ui/Segmented.tsx';
import { SettingField } from '../SettingField.tsx';
import { TrainButton } from '../TrainButton.tsx';
import { NothingYet } from './NothingYet.tsx';
import styles from './RecommendCell.module.css';
import { UserPicker } from './UserPicker.tsx';

const Recommended = later(async () => (await import('./Recommended.tsx')).Recommended);

const ListFilters = later(async () => (await import('./ListFilters.tsx')).ListFilters);
const UsersByTrait = later(async () => (await import('./UsersByTrait.tsx')).UsersByTrait);
const Group = later(async () => (await import('./group/Group.tsx')).Group);
const You = later(async () => (await import('./you/You.tsx')).You);

const WHOM = [
  { value: 'user', label: 'A user of the data' },
  { value: 'you', label: 'You' },
  { value: 'group', label: 'Several users' },
] as const;

const selectHasGroup = ({ group }: NotebookState): boolean => group.text !== '';
const selectRecommend = ({ recommend }: NotebookState) => recommend;

export function RecommendCell() {
  const { run, result, userText, choices } = useNotebookState(selectRecommend);
  const chosen = Object.keys(choices).length;
  const { recommend } = useActions();
  const reason = useNotebookState(selectWeightsStaleReason);
  const hasGroup = useNotebookState(selectHasGroup);
  const [picked, setPicked] = useState<string | null>(null);
  // An address may name a group.
  if (hasGroup && picked === null) setPicked('group');
  const whom = picked ?? 'user';
  const isUser = whom === 'user';
  return (
    <div className={styles.cell}>
      <fieldset className={styles.whom}>
        <legend className="visually-hidden">Recommend for</legend>
        <Segments options={WHOM} value={whom} onChange={setPicked} />
      </fieldset>
      <div className={styles.choice}>
        {isUser && <UserPicker />}
        <SettingField name="minRatings" />
      </div>
      <div>
        <Disclosure title="Length and filters of the list" hint={chosen === 0 ? undefined : `${chosen} changed`}>
          <ListFilters isOfUser={isUser} />
        </Disclosure>
        {isUser && (
          <Disclosure title="Users by trait">
            <UsersByTrait />
          </Disclosure>
        )}
      </div>
      {isUser && run.phase === 'failed' && run.error.code !== 'unknown-user' && (
        <Notice tone="failed" message={run.error.message} remedy={run.error.remedy}>
          <Button onClick={() => void recommend(userText)}>Try again</Button>
        </Notice>
      )}
      {result && reason && (
        <Notice tone="stale" message={reason} remedy="These movies come from the model as it was trained.">
          <TrainButton look="secondary" />
        </Notice>
      )}
      {whom === 'you' && <You />}
      {whom === 'group' && <Group />}
      {isUser && <Reserved part="movies">{result ? <Recommended result={result} /> : <NothingYet />}</Reserved>}
    </div>
  );
}
