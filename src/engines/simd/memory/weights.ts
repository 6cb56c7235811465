import type { Weights } from '../../../models/graph.ts';
import type { KeptMoments } from '../../moments.ts';
import type { Address } from '../kernels.ts';
import { floatsAt, type Heap } from './heap.ts';
import type { DenseTable, EmbeddingTable, Tables } from './tables.ts';

/** Trained numbers and their moments, by parameter; a moment that is not kept is empty. */
export interface Numbers {
  readonly weights: Weights;
  readonly first: Weights;
  readonly second: Weights;
}

/** Copies weights and moments into the tables; a moment that is empty or missing starts at 0. */
export function storeNumbers(heap: Heap, tables: Tables, numbers: Numbers): void {
  for (const place of placesOf(tables)) {
    for (const part of PARTS) store(heap, place, place[part], numbers[part][place.parameter]);
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

const PARTS = ['weights', 'first', 'second'] as const;

/** Where a parameter's rows stand: `stride` bytes apart, each `span` bytes long with what fills up its last vectors. */
interface Place extends Readonly<Record<(typeof PARTS)[number], Address>> {
  readonly parameter: string;
  readonly rows: number;
  readonly columns: number;
  readonly stride: number;
  readonly span: number;
}

const placesOf = ({ embeddings, dense }: Tables): readonly Place[] => [
  ...[...embeddings.values()].map(embeddingPlace),
  ...[...dense.values()].map(densePlace),
];

function embeddingPlace({ node, parameter, address, stride, offset, span }: EmbeddingTable): Place {
  const [first, second] = [address + offset, address + offset + span];
  return { parameter, rows: node.rows, columns: node.width, stride, span, weights: address, first, second };
}

const densePlace = (table: DenseTable): Place => ({ ...table, span: table.stride });

function store(heap: Heap, { rows, columns, stride, span }: Place, address: Address, values?: Float32Array): void {
  for (let row = 0; row < rows; row++) {
    const target = floatsAt(heap, address + row * stride, span / 4);
    target.fill(0);
    if (values) target.set(values.subarray(row * columns, (row + 1) * columns));
  }
}

function loadPart(heap: Heap, tables: Tables, part: (typeof PARTS)[number], kept = true): Weights {
  return Object.fromEntries(
    placesOf(tables).map((place) => [place.parameter, kept ? load(heap, place, place[part]) : new Float32Array()]),
  );
}

function load(heap: Heap, { rows, columns, stride }: Place, address: Address): Float32Array {
  const values = new Float32Array(rows * columns);
  for (let row = 0; row < rows; row++) values.set(floatsAt(heap, address + row * stride, columns), row * columns);
  return values;
}
