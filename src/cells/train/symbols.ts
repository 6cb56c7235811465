import type { Configuration } from '../../core/hyperparameters.ts';
import { formatNumber } from '../../core/settings/format.ts';
import type { SymbolRow } from '../Symbols.tsx';

/** Symbols that the losses of ratings and of pairs have in common. */

export const learningRateSymbol = ({ learningRate }: Pick<Configuration, 'learningRate'>): SymbolRow => ({
  tex: '\\eta',
  meaning: 'learning rate',
  value: formatNumber(learningRate),
});

export const factorL2Symbol = ({ l2 }: Pick<Configuration, 'l2'>): SymbolRow => ({
  tex: '\\lambda',
  meaning: 'L2 of the factors',
  value: strengthOf(l2),
});

export const biasL2Symbol = ({ biasL2 }: Pick<Configuration, 'biasL2'>): SymbolRow => ({
  tex: '\\lambda_b',
  meaning: 'L2 of the biases',
  value: strengthOf(biasL2),
});

const strengthOf = (l2: number): string => (l2 === 0 ? 'off' : formatNumber(l2));
