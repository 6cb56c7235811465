import type { DataSummary } from '../../core/data-summary.ts';
import { later } from '../../ui/later.tsx';
import { Provenance } from '../../ui/Provenance.tsx';
import { DataFigures } from './DataFigures.tsx';
import { dataProvenance } from './provenance.ts';
import { DataTerms } from './sources/DataTerms.tsx';
import { LoadNotes } from './sources/LoadNotes.tsx';
import { DataTables } from './tables/DataTables.tsx';
import { WhichRatings } from './which/WhichRatings.tsx';

const AddedPeople = later(async () => (await import('./person/AddedPeople.tsx')).AddedPeople);
const Findings = later(async () => (await import('./which/Findings.tsx')).Findings);

interface LoadedDataProps {
  readonly data: DataSummary;
}

/** What is known of the ratings in use. */
export function LoadedData({ data }: LoadedDataProps) {
  return (
    <>
      {data.added && <AddedPeople added={data.added} />}
      <DataFigures data={data} />
      <DataTables key={`${data.name} ${data.sha256} ${data.ratings}`} />
      <WhichRatings />
      <Provenance parts={dataProvenance(data)} />
      <LoadNotes notes={data.notes} />
      {(data.suspects || data.feedback) && <Findings />}
      <DataTerms data={data} />
    </>
  );
}
