import type { PairView } from '../../../models/inspection.ts';
import { plainName } from '../../../models/plain-name.ts';
import { numberTex, termTex } from './number-tex.ts';

/**
 * The last part of the way to the prediction with its numbers, as TeX: the terms that are summed up, each over its name, what is
 * added and how it is squeezed.
 */
export function predictionTex({ layers, prediction }: PairView, say: (text: string) => string = (text) => text): string {
  const byName = new Map(layers.map((layer) => [layer.node.name, layer]));
  const value = (name: string): number => byName.get(name)?.values[0] ?? Number.NaN;
  const named = (name: string): string =>
    `\\underbrace{${numberTex(value(name))}}_{\\text{${say(plainName(name).toLowerCase())}}}`;
  const expand = (name: string): string => {
    const node = byName.get(name)?.node;
    switch (node?.kind) {
      case 'scale':
        return node.factor === 1
          ? `${expand(node.input)} ${termTex(node.offset)}`
          : `${numberTex(node.factor)} \\cdot ${expand(node.input)} ${termTex(node.offset)}`;
      case 'activation':
        return node.activation === 'sigmoid' ? `\\sigma\\!\\left(${expand(node.input)}\\right)` : named(name);
      case 'add':
        return node.inputs.map(named).join(' + ');
      default:
        return named(name);
    }
  };
  return `\\hat r = ${expand(layers.at(-1)?.node.name ?? '')} = ${numberTex(prediction)}`;
}

/** How far off that is, in the units of the target. */
export function errorTex({ prediction, target }: PairView): string {
  return `e = \\hat r - r = ${numberTex(prediction)} ${termTex(-target)} = ${numberTex(prediction - target)}`;
}
