import type { AnswersSoFar, FilePreview } from '../../../core/table-preview.ts';
import { Muted } from '../../../ui/Muted.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { FirstRows } from '../sources/FirstRows.tsx';
import { LoadNotes } from '../sources/LoadNotes.tsx';
import { withColumn, withFormat, withRowContents } from './answers.ts';
import { ColumnFields } from './ColumnFields.tsx';
import styles from './ColumnsDialog.module.css';
import { FormatFields } from './FormatFields.tsx';
import fields from './fields.module.css';
import { RatingsPreview } from './RatingsPreview.tsx';
import { SelectField } from './SelectField.tsx';
import { WideFields } from './WideFields.tsx';
import { ROW_CONTENTS } from './words.ts';

interface ReadingFormProps {
  readonly answers: AnswersSoFar;
  readonly preview: FilePreview;
  readonly onAnswers: (answers: AnswersSoFar) => void;
}

/** What was decided about a file, and what comes of it. */
export function ReadingForm({ answers, preview, onAnswers }: ReadingFormProps) {
  const { tables, table, kind, columns, sample, notes, problem, isGuess } = preview;
  return (
    <div className={styles.form}>
      {tables.length > 1 && (
        <div className={fields.fields}>
          <SelectField
            label="Table"
            value={table}
            options={tables.map((path) => ({ value: path, label: path }))}
            onChange={(path) => onAnswers({ tables: { paths: [path] } })}
          />
        </div>
      )}
      <FormatFields preview={preview} onChange={(change) => onAnswers(withFormat(answers, change))} />
      {kind === 'blocks' && (
        <p>The file has the format of the Netflix Prize: the number of a movie, and below it all its ratings.</p>
      )}
      {columns.length > 0 && (
        <div className={fields.field}>
          <Muted>The first rows, as they are written:</Muted>
          <FirstRows title="The first rows, as they are written" columns={columns} sample={sample} mapping={preview.mapping} />
        </div>
      )}
      {kind !== 'blocks' && columns.length > 0 && <Columns answers={answers} preview={preview} onAnswers={onAnswers} />}
      {problem ? (
        <Notice tone="stale" message={problem.message} remedy={problem.remedy} />
      ) : (
        <div className={fields.field}>
          <Muted>The first ratings, as they will be read{isGuess ? '; the columns are guessed from their contents' : ''}:</Muted>
          <RatingsPreview preview={preview} />
        </div>
      )}
      <LoadNotes notes={notes} />
    </div>
  );
}

function Columns({ answers, preview, onAnswers }: ReadingFormProps) {
  const { kind, columns, mapping, wide, format } = preview;
  return (
    <>
      {kind === 'table' && (
        <div className={fields.fields}>
          <SelectField
            label="Each row holds"
            value={wide?.rows ?? 'rating'}
            options={ROW_CONTENTS}
            onChange={(rows) => onAnswers(withRowContents(answers, rows, wide))}
          />
        </div>
      )}
      {wide ? (
        <WideFields
          columns={columns}
          wide={wide}
          onChange={(next) => onAnswers({ ...answers, wide: next, mapping: undefined })}
        />
      ) : (
        <ColumnFields
          columns={columns}
          mapping={mapping}
          time={format.time}
          onColumn={(role, column) => onAnswers(withColumn(answers, mapping, role, column))}
          onTime={(time) => onAnswers({ ...withFormat(answers, { time }), mapping })}
        />
      )}
    </>
  );
}
