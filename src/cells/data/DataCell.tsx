import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { Button } from '../../ui/Button.tsx';
import { later } from '../../ui/later.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Pending, Reserved } from '../../ui/Reserved.tsx';
import { selectHasOwnFile } from './columns/own-file.ts';
import styles from './DataCell.module.css';
import { selectAsksToKeep, selectShowsKept } from './selectors.ts';
import { LoadFailure } from './sources/LoadFailure.tsx';
import { LoadSteps } from './sources/LoadSteps.tsx';
import { SourceMenu } from './sources/SourceMenu.tsx';
import { SourcePanel } from './sources/SourcePanel.tsx';

const ColumnMappingForm = later(async () => (await import('./sources/ColumnMappingForm.tsx')).ColumnMappingForm);
const FileActions = later(async () => (await import('./columns/FileActions.tsx')).FileActions);
const KeptFiles = later(async () => (await import('./sources/KeptFiles.tsx')).KeptFiles);
const LoadedData = later(async () => (await import('./LoadedData.tsx')).LoadedData);
const PersonOffer = later(async () => (await import('./person/PersonOffer.tsx')).PersonOffer);
const KeepQuestion = later(async () => (await import('./sources/KeepQuestion.tsx')).KeepQuestion);
const TablesForm = later(async () => (await import('./sources/TablesForm.tsx')).TablesForm);

const selectData = (state: NotebookState) => state.data;

export function DataCell() {
  const { run, progress, summary, wanted } = useNotebookState(selectData);
  const hasOwnFile = useNotebookState(selectHasOwnFile);
  const asksToKeep = useNotebookState(selectAsksToKeep);
  const showsKept = useNotebookState(selectShowsKept);
  const { mapping: question, tables, person } = run.phase === 'failed' ? run.error : {};
  return (
    <div className={styles.cell}>
      <SourceMenu />
      {run.phase !== 'running' && <SourcePanel />}
      <LoadFailure />
      {person && <PersonOffer question={person} mapping={question} />}
      {question && !person && <ColumnMappingForm key={question.file} question={question} />}
      {tables && <TablesForm key={tables.file} question={tables} />}
      {hasOwnFile && <FileActions />}
      {asksToKeep && <KeepQuestion />}
      <Reserved part="data">
        {run.phase === 'running' && (
          <>
            <Pending />
            <LoadSteps choice={wanted} progress={progress} />
          </>
        )}
        {run.phase === 'ready' && summary === null && <NothingLoaded />}
        {summary && <LoadedData data={summary} />}
      </Reserved>
      {showsKept && <KeptFiles />}
    </div>
  );
}

/** After the first load was cancelled. */
function NothingLoaded() {
  const { load } = useActions();
  return (
    <Notice tone="info" message="No ratings are loaded." remedy="Choose a source.">
      <Button look="primary" onClick={() => void load('bundled')}>
        Load MovieLens Latest Small
      </Button>
    </Notice>
  );
}
