import { selectDataStatus } from '../../state/selectors.ts';
import { formatCount } from '../../ui/format.ts';
import { later } from '../../ui/later.tsx';
import type { CellDefinition } from '../cell-definition.ts';
import { DataCell } from './DataCell.tsx';
import { personSlice } from './person/slice.ts';
import { dataSlice } from './slice.ts';

export const dataCell: CellDefinition = {
  id: 'data',
  title: 'Data',
  selectPurpose: () => 'Which user gave which movie how many stars: loaded and checked in this tab.',
  slices: [dataSlice, personSlice],
  problemGroups: ['data'],
  selectStatus: selectDataStatus,
  selectDigest: ({ data }) => (data.summary ? `${formatCount(data.summary.ratings)} ratings` : null),
  Component: DataCell,
  Explain: later(async () => (await import('./ExplainData.tsx')).ExplainData),
  fetchCode: async () => (await import('./select-code.ts')).selectCode,
};
