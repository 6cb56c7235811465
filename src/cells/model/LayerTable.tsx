import { type Graph, parameterCount } from '../../models/graph.ts';
import { formatCount } from '../../ui/format.ts';
import styles from './LayerTable.module.css';
import { layersOf } from './layers.ts';

interface LayerTableProps {
  readonly graph: Graph;
}

export function LayerTable({ graph }: LayerTableProps) {
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>Layers</caption>
      <thead>
        <tr>
          <th scope="col">Layer</th>
          <th scope="col" className={styles.kind}>
            Kind
          </th>
          <th scope="col">Output</th>
          <th scope="col">Parameters</th>
        </tr>
      </thead>
      <tbody>
        {layersOf(graph).map(({ name, kind, shape, parameters }) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td className={styles.kind}>{kind}</td>
            <td>{shape}</td>
            <td>{parameters > 0 ? formatCount(parameters) : '–'}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2} className={styles.wide}>
            All
          </th>
          <th scope="row" className={styles.narrow}>
            All
          </th>
          <td />
          <td>{formatCount(parameterCount(graph))}</td>
        </tr>
      </tfoot>
    </table>
  );
}
