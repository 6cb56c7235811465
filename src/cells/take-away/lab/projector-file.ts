import { readableTitle } from '../../../core/movie-title.ts';
import { writeZip } from '../../../data/write-zip.ts';
import type { NetworkRun } from '../../../lab/model.ts';
import type { EmbeddingNode } from '../../../models/graph.ts';
import { SHARED_FACTORS } from '../../../models/list-head.ts';

const LINES = 2 ** 12;

/** The embeddings of the movies, a line each, and their titles, in the same order: what the Embedding Projector loads. */
export async function projectorFile({ trainer, prepared, data }: NetworkRun): Promise<Blob> {
  const weights = await trainer.readWeights();
  const isOfMovies = (node: { readonly kind: string; readonly name: string }): node is EmbeddingNode =>
    node.kind === 'embedding' && node.name.endsWith(SHARED_FACTORS.movie);
  // A hybrid has two tables; those of its dot product say most of what is alike.
  const { name, width } = prepared.graph.nodes.find(isOfMovies) as EmbeddingNode;
  return await writeZip({
    'embeddings.tsv': rowsOf(weights[`${name}/embeddings`] as Float32Array, width),
    'titles.tsv': titlesOf(data.ratings.catalogue),
  });
}

function rowsOf(table: Float32Array, width: number): string {
  const parts: string[] = [];
  for (let from = 0; from < table.length; from += LINES * width) {
    let lines = '';
    const end = Math.min(table.length, from + LINES * width);
    for (let row = from; row < end; row += width) lines += `${table.subarray(row, row + width).join('\t')}\n`;
    parts.push(lines);
  }
  return parts.join('');
}

const titlesOf = (catalogue: NetworkRun['data']['ratings']['catalogue']): string =>
  [
    'title\tyear\tgenres',
    ...catalogue.map(({ title, year, genres }) => [readableTitle(title), year ?? '', genres.join('|')].map(plain).join('\t')),
  ]
    .map((line) => `${line}\n`)
    .join('');

/** A tab or a line break would begin another column or line. */
const plain = (value: string | number): string => String(value).replace(/\s+/g, ' ');
