import { useState } from 'react';
import type { OptimizerChoice } from '../../../core/hyperparameters.ts';
import { formatBytes } from '../../../core/transfer.ts';
import { type Graph, parameterCount } from '../../../models/graph.ts';
import { formatCount } from '../../../ui/format.ts';
import { Table } from '../../../ui/Table.tsx';
import { TableSwitch } from '../../../ui/TableSwitch.tsx';
import { useSay } from '../../../ui/words.tsx';
import { layersOf } from '../layers.ts';
import styles from './Network.module.css';
import { NetworkDiagram } from './NetworkDiagram.tsx';

/** Weights and moments are 32-bit floats. */
const BYTES = 4;

/** How many numbers an optimizer remembers of each weight: SGD its last step, SGD by rating nothing, Adagrad a sum of squares, Adam two means, Gibbs sampling the last sample and a mean square. */
const MOMENTS: Readonly<Record<OptimizerChoice, number>> = {
  adam: 2,
  'lazy-adam': 2,
  sgd: 1,
  'sgd-by-rating': 0,
  adagrad: 1,
  als: 0,
  gibbs: 2,
};

const COLUMNS = [
  { title: 'Layer' },
  { title: 'Kind', isSpare: true },
  { title: 'Output', isNumber: true },
  { title: 'Parameters', isNumber: true },
];

interface NetworkProps {
  readonly graph: Graph;
  readonly optimizer: OptimizerChoice;
}

/** The layers of the network, drawn or as a table, and what they amount to. */
export function Network({ graph, optimizer }: NetworkProps) {
  const [asTable, setAsTable] = useState(false);
  const parameters = parameterCount(graph);
  const moments = MOMENTS[optimizer];
  return (
    <figure className={styles.network}>
      <figcaption className={styles.caption}>
        <span className={styles.title}>Layers</span>
        <span className={styles.total}>
          <strong>{formatCount(parameters)}</strong> parameters, {formatBytes(parameters * BYTES)}
          {moments > 0 && ` (${formatBytes(parameters * BYTES * (1 + moments))} while training)`}
        </span>
        <TableSwitch on={asTable} onChange={setAsTable} />
      </figcaption>
      {asTable ? <Layers graph={graph} /> : <NetworkDiagram graph={graph} />}
    </figure>
  );
}

function Layers({ graph }: Pick<NetworkProps, 'graph'>) {
  const say = useSay();
  const rows = layersOf(graph).map(({ name, kind, shape, parameters }) => ({
    key: name,
    cells: [name, say(kind), shape, parameters > 0 ? formatCount(parameters) : '–'],
  }));
  const total = ['All', '', '', formatCount(parameterCount(graph))];
  return <Table caption="Layers" isCaptionHidden columns={COLUMNS} rows={rows} total={total} />;
}
