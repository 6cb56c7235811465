import { useEffect, useState } from 'react';
import { formatNumber } from '../../../core/settings/format.ts';
import { useActions } from '../../../state/hooks.ts';
import styles from './DataTables.module.css';

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
    <table className={styles.description}>
      <caption className="visually-hidden">The ratings described</caption>
      <thead>
        <tr>
          <td />
          {columns.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...values]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {values.map((value, at) => (
              <td key={columns[at]?.name}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
