import type { Configuration } from '../../core/hyperparameters.ts';

export const RMSE = '\\text{RMSE} = \\sqrt{\\frac{1}{|V|} \\sum_{(u,i) \\in V} (r_{ui} - \\hat r_{ui})^2}';

/** The rate at step t of T, n epochs being done; s is the share of the steps since the peak. */
export const RATE: Readonly<Record<Configuration['schedule'], string>> = {
  constant: '\\eta_t = \\eta',
  exponential: '\\eta_t = \\eta \\, \\gamma^{n}',
  cosine: '\\eta_t = \\tfrac{1}{2} \\eta \\, (1 + \\cos \\pi s)',
  'one-cycle': '\\eta_t: \\; \\tfrac{\\eta}{25} \\nearrow \\eta \\searrow \\tfrac{\\eta}{10^5}',
};
