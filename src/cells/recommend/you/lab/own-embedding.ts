import { LabError } from '../../../../core/errors.ts';
import type { Model } from '../../../../lab/model.ts';
import { meetingNodes } from '../../../../models/node-rows.ts';
import { foldUser } from '../../lab/fold/fold-user.ts';
import type { OwnEmbedding, OwnMovie } from '../contract.ts';
import { findOwn } from './own-list.ts';

/** The embedding of somebody with these ratings, folded in, as it meets those of the movies. */
export async function ownEmbedding(model: Model, own: readonly OwnMovie[]): Promise<OwnEmbedding> {
  const { rated } = findOwn(model, own);
  const nodes = model.network && meetingNodes(model.network.prepared.graph);
  if (!model.network || !nodes) {
    throw new LabError('no-model', 'This model has no embeddings, so you have no place among them.', 'Train a dot product.');
  }
  const folded = await foldUser(model.network, null, rated);
  return { runId: model.runId, vector: folded.valuesOf(nodes.user), ratings: rated.length };
}
