import { nearest } from '../../../core/embeddings/nearest.ts';
import { project } from '../../../core/embeddings/principal-axes.ts';
import { mapPlane } from '../../../core/embeddings/procrustes.ts';
import { LabError } from '../../../core/errors.ts';
import type { PlacedVector } from '../contract.ts';
import { rowOf } from './about-points.ts';
import type { Mapped } from './map.ts';

const NEAREST = 5;

/** Where a vector of the users' space lies on the map by PCA, with the points nearest to it by cosine in all dimensions. Throws a LabError where the points are of another space. */
export function placeOnMap({ points, table, embeddings, axes, turn }: Mapped, vector: Float32Array): PlacedVector {
  if (vector.length !== table.width || (points.of === 'movies' && !embeddings.isOneSpace)) {
    const message = 'In this model users and movies have separate embeddings, so you have no place among the movies.';
    throw new LabError('no-model', message, 'Choose Users as points.');
  }
  const one = { values: vector, rows: 1, width: table.width };
  const [right, up] = mapPlane(project(one, axes, 2), turn) as unknown as [number, number];
  const found = nearest(table, vector, { by: 'cosine', count: NEAREST, excluded: new Uint8Array(table.rows) });
  return { place: [right, up], nearest: found.map(({ row }) => rowOf(points, row)) };
}
