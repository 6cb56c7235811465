import { type Configuration, listWeightOf } from '../core/hyperparameters.ts';
import { type BaselineName, isBaseline, type ModelName, type NetworkName } from '../core/model-name.ts';
import { bias, ease, mean, neighbours, popular } from './baselines.ts';
import { dotProduct } from './dot-product.ts';
import type { Graph } from './graph.ts';
import { hybrid } from './hybrid.ts';
import { withListHead } from './list-head.ts';
import { mlp } from './mlp.ts';
import type { Baseline, Model, ModelContext, Network } from './model.ts';

export const BASELINES: Readonly<Record<BaselineName, Baseline>> = { mean, bias, popular, neighbours, ease };

const NETWORKS: Readonly<Record<NetworkName, Network>> = { dot: dotProduct, mlp, hybrid };

/** Every model by the name it has in a configuration. */
export const MODELS: Readonly<Record<ModelName, Model>> = { ...NETWORKS, ...BASELINES };

/** Throws a RangeError for a model that is not trained step by step. */
export function networkOf({ model }: Configuration): Network {
  if (isBaseline(model)) throw new RangeError(`The model ${model} has no network`);
  const network = NETWORKS[model];
  return { ...network, build: (configuration, context) => withList(network, configuration, context) };
}

/** With a second head where the configuration asks for one. */
function withList(network: Network, configuration: Configuration, context: ModelContext): Graph {
  const weight = listWeightOf(configuration);
  // At 1 the ratings count nothing, and so does what belongs to them.
  const learned = weight === 1 ? { ...configuration, l2: 0, biasL2: 0, featureL2: 0 } : configuration;
  const graph = network.build(learned, context);
  return weight > 0 ? withListHead(graph, context) : graph;
}
