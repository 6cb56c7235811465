import { useActions, useNotebookState } from '../../state/hooks.ts';
import type { NotebookState } from '../../state/notebook-state.ts';
import { Button } from '../../ui/Button.tsx';
import { later } from '../../ui/later.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Provenance } from '../../ui/Provenance.tsx';
import { Pending, Reserved } from '../../ui/Reserved.tsx';
import { selectHasOwnFile } from './columns/own-file.ts';
import styles from './DataCell.module.css';
import { DataFigures } from './DataFigures.tsx';
import { dataProvenance } from './provenance.ts';
import { selectAsksToKeep, selectShowsKept } from './selectors.ts';
import { DataTerms } from './sources/DataTerms.tsx';
import { LoadFailure } from './sources/LoadFailure.tsx';
import { LoadNotes } from './sources/LoadNotes.tsx';
import { LoadSteps } from './sources/LoadSteps.tsx';
import { SourceMenu } from './sources/SourceMenu.tsx';
import { SourcePanel } from './sources/SourcePanel.tsx';
import { DataTables } from './tables/DataTables.tsx';
import { WhichRatings } from './which/WhichRatings.tsx';

const ColumnMappingForm = later(async () => (await import('./sources/ColumnMappingForm.tsx')).ColumnMappingForm);
const AddedPeople = later(async () => (await import('./person/AddedPeople.tsx')).AddedPeople);
const Findings = later(async () => (await import('./which/Findings.tsx')).Findings);
const PersonOffer = later(async () => (await import('./person/PersonOffer.tsx')).PersonOffer);
const FileActions = later(async () => (await import('./columns/FileActions.tsx')).FileActions);
const KeptFiles = later(async () => (await import('./sources/KeptFiles.tsx')).KeptFiles);
const KeepQuestion = later(async () => (await import('./sources/KeepQuestion.tsx')).KeepQuestion);
const TablesForm = later(async () => (await import('./sources/TablesForm.tsx')).TablesForm);

const selectData = (state: NotebookState) => state.data;

export function DataCell() {
  const { run, progress, summary, wanted } = useNotebookState(selectData);
  const asksToKeep = useNotebookState(selectAsksToKeep);
  const hasOwnFile = useNotebookState(selectHasOwnFile);
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
        {summary && (
          <>
            {summary.added && <AddedPeople added={summary.added} />}
            <DataFigures data={summary} />
            <DataTables key={`${summary.name} ${summary.sha256} ${summary.ratings}`} />
            <WhichRatings />
            <Provenance parts={dataProvenance(summary)} />
            <LoadNotes notes={summary.notes} />
            {(summary.suspects || summary.feedback) && <Findings />}
            <DataTerms data={summary} />
          </>
        )}
      </Reserved>
      {showsKept && <KeptFiles />}
    </div>
  );
}

/** After the first load was cancelled. */
function NothingLoaded() {
  const { load } = useActions();
  return (
    <Notice tone="info" message="No ratings are loaded." remedy="Choose where they are to come from.">
      <Button look="primary" onClick={() => void load('bundled')}>
        Load MovieLens Latest Small
      </Button>
    </Notice>
  );
}
