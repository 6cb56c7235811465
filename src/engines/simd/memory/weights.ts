import type { Weights } from '../../../models/graph.ts';
import type { KeptMoments } from '../../moments.ts';
import type { Address } from '../kernels.ts';
import type { Heap } from './heap.ts';
import type { DenseTable, EmbeddingTable, Tables } from './tables.ts';

/** Trained numbers and their moments, by parameter; a moment that is not kept is empty. */
export interface Numbers {
  readonly weights: Weights;
  readonly first: Weights;
  readonly second: Weights;
}

/**
 * Copies weights and moments into the tables; a moment that is empty or missing starts at 0, the second one at `start`.
 *
 * @param isClear whether the tables are all 0
 */
export function storeNumbers(
  heap: Heap,
  tables: Tables,
  { weights, first, second }: Numbers,
  start: number,
  isClear: boolean,
): void {
  for (const place of placesOf(tables)) {
    store(heap, place, place.weights, weights[place.parameter], 0);
    if (!place.hasMoments) continue;
    if (!isClear || first[place.parameter]) store(heap, place, place.first, first[place.parameter], 0);
    if (!isClear || second[place.parameter] || start !== 0) store(heap, place, place.second, second[place.parameter], start);
  }
}

/** A copy of the tables' weights. */
export function loadWeights(heap: Heap, tables: Tables): Weights {
  return loadPart(heap, tables, 'weights');
}

/** A copy of the tables' moments. */
export function loadMoments(heap: Heap, tables: Tables, kept: KeptMoments): Pick<Numbers, 'first' | 'second'> {
  return { first: loadPart(heap, tables, 'first', kept.first), second: loadPart(heap, tables, 'second', kept.second) };
}

/** Where a parameter's rows stand: `stride` bytes apart, each `span` bytes long with what fills up its last vectors. */
interface Place extends Readonly<Record<keyof Numbers, Address>> {
  readonly parameter: string;
  readonly rows: number;
  readonly columns: number;
  readonly stride: number;
  readonly span: number;
  readonly hasMoments: boolean;
}

const placesOf = ({ embeddings, dense }: Tables): readonly Place[] => [
  ...[...embeddings.values()].map(embeddingPlace),
  ...[...dense.values()].map(densePlace),
];

function embeddingPlace({ node, parameter, address, stride, offset, between, span, hasMoments }: EmbeddingTable): Place {
  const [first, second] = [address + offset, address + offset + between];
  return { parameter, rows: node.rows, columns: node.width, stride, span, hasMoments, weights: address, first, second };
}

const densePlace = (table: DenseTable): Place => ({ ...table, span: table.stride, hasMoments: true });

/** Rows have `filler` beyond their columns, and everywhere where there are no values. */
function store({ floats }: Heap, place: Place, address: Address, values: Float32Array | undefined, filler: number): void {
  const { rows, columns, stride, span } = place;
  const filled = values && values.length > 0 ? columns : 0;
  for (let row = 0, from = 0; row < rows; row++) {
    const to = (address + row * stride) / 4;
    for (let column = 0; column < filled; column++) floats[to + column] = (values as Float32Array)[from++] as number;
    for (let column = filled; column < span / 4; column++) floats[to + column] = filler;
  }
}

function loadPart(heap: Heap, tables: Tables, part: keyof Numbers, kept = true): Weights {
  return Object.fromEntries(
    placesOf(tables).map((place) => [place.parameter, kept ? load(heap, place, place[part]) : new Float32Array()]),
  );
}

function load(heap: Heap, { rows, columns, stride }: Place, address: Address): Float32Array {
  const values = new Float32Array(rows * columns);
  const { floats } = heap;
  for (let row = 0, to = 0; row < rows; row++, to += columns) {
    const from = (address + row * stride) / 4;
    // A view of each row would cost more than copying its numbers.
    for (let column = 0; column < columns; column++) values[to + column] = floats[from + column] as number;
  }
  return values;
}
