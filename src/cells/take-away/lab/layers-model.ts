import { LabError } from '../../../core/errors.ts';
import { givesScores } from '../../../core/loss.ts';
import type { NetworkRun } from '../../../lab/model.ts';
import { parametersOf, type Weights } from '../../../models/graph.ts';
import { type EntityTable, entityTable } from './entity-tables.ts';
import { layersTopology } from './layers-topology.ts';

/** A layers model of TensorFlow.js in two files, as `tf.loadLayersModel` reads them. */
export interface LayersModel {
  readonly json: object;
  /** 32-bit floats, one table after the other. */
  readonly weights: readonly Float32Array[];
}

/** The head that predicts stars (of scores: the score) as a model of stock layers. */
export function layersModel(run: NetworkRun, weights: Weights): LayersModel {
  const { graph, target, configuration } = run.prepared;
  if (configuration.listWeight === 1) {
    throw new LabError(
      'no-model',
      'This model ranks movies and predicts no stars.',
      'Choose the aim Stars or Both, and train again.',
    );
  }
  const tables = new Map<string, EntityTable>();
  for (const node of graph.nodes) {
    if (node.kind === 'embedding' || node.kind === 'bag') tables.set(node.name, entityTable(run, node, weights));
  }
  const stars = givesScores(configuration.loss) ? null : { target, scale: run.data.ratings.scale };
  const parameters = [
    ...[...tables].map(([name, { values, width }]) => {
      return { name: `${name}/embeddings`, shape: [values.length / width, width], values };
    }),
    ...parametersOf({ nodes: graph.nodes })
      .filter(({ name }) => !name.endsWith('/embeddings'))
      .map(({ name, rows, columns }) => {
        return { name, shape: name.endsWith('/bias') ? [columns] : [rows, columns], values: weights[name] as Float32Array };
      }),
  ];
  const manifest = parameters.map(({ name, shape }) => ({ name, shape, dtype: 'float32' }));
  return {
    json: {
      format: 'layers-model',
      generatedBy: 'Matinee',
      convertedBy: null,
      modelTopology: layersTopology(graph, tables, stars),
      weightsManifest: [{ paths: ['weights.bin'], weights: manifest }],
    },
    weights: parameters.map(({ values }) => values),
  };
}
