import { Figures } from '../../../ui/Figures.tsx';
import { formatCount, formatPercent, formatSeconds } from '../../../ui/format.ts';
import { METHODS } from '../choices.ts';
import type { EmbeddingMap } from '../contract.ts';

/** How much the picture shows, and how far neighbours share a genre. */
export function MapFigures({
  map: { of, method, epoch, positions, trained, width, explained, purity, milliseconds },
}: {
  readonly map: EmbeddingMap;
}) {
  const points = positions.length / 2;
  const when = epoch === null ? '' : `After epoch ${epoch}. `;
  return (
    <Figures
      figures={[
        {
          label: 'Points',
          value: formatCount(points),
          note: `${when}${pointWords(of, points, trained)}`,
        },
        ...(explained
          ? [
              {
                label: 'Variance shown',
                value: formatPercent(explained[0] + explained[1]),
                note: width === 1 ? 'One factor: all points are on a line' : `Of ${width} factors`,
              },
            ]
          : []),
        ...(purity
          ? [
              {
                label: 'Neighbour purity',
                value: formatPercent(purity.share),
                note: `Of the ${purity.neighbours} nearest share a genre; by chance ${formatPercent(purity.expected)}`,
              },
            ]
          : []),
        { label: METHODS[method], value: formatSeconds(milliseconds.method / 1000), note: 'In the worker' },
      ]}
    />
  );
}

/** Which are points, and why not all. */
function pointWords(of: EmbeddingMap['of'], points: number, trained: number): string {
  if (points === trained) return `${of === 'movies' ? 'Movies' : 'Users'} with training ratings`;
  return `Of ${formatCount(trained)} ${of} with training ratings, those with the most: more points would hide each other`;
}
