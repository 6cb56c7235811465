import { useEffect, useState } from 'react';
import { formatNumber } from '../../../core/settings/format.ts';
import { useActions } from '../../../state/hooks.ts';
import { Table } from '../../../ui/Table.tsx';

type Descriptions = Awaited<ReturnType<ReturnType<typeof useActions>['describeData']>>;

/** What `describe()` says of a dataframe: count, mean, deviation, quartiles and ends. */
export function DescriptionTable() {
  const { describeData } = useActions();
  const [columns, setColumns] = useState<Descriptions>([]);
  useEffect(() => {
    describeData().then(setColumns, reportError);
  }, [describeData]);
  const rows = [
    ['count', ...columns.map(({ count }) => count.toLocaleString('en'))],
    ['mean', ...columns.map(({ mean }) => formatNumber(mean))],
    ['std', ...columns.map(({ std }) => formatNumber(std))],
    ['min', ...columns.map(({ min }) => formatNumber(min))],
    ...['25 %', '50 %', '75 %'].map((name, at) => [
      name,
      ...columns.map(({ quartiles }) => formatNumber(quartiles[at] as number)),
    ]),
    ['max', ...columns.map(({ max }) => formatNumber(max))],
  ];
  return (
    <Table
      caption="The ratings described"
      isCaptionHidden
      columns={[{ title: '' }, ...columns.map(({ name }) => ({ title: name, isNumber: true }))]}
      rows={rows.map(([name = '', ...values]) => ({ key: name, cells: [name, ...values] }))}
    />
  );
}
