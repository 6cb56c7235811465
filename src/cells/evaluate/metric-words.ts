import { RESAMPLES } from '../../core/evaluate/bootstrap.ts';
import type { MetricName } from '../../core/evaluate/metric-name.ts';

export interface MetricWords {
  /** "NDCG@10". */
  label(k: number): string;
  readonly meaning: string;
  readonly tex: string;
  /** Who defined it, where it needs saying. */
  readonly source?: string;
  readonly digits: number;
}

const atK =
  (name: string) =>
  (k: number): string =>
    `${name}@${k}`;
const always = (name: string) => (): string => name;

/** Every metric in words, with its formula. L is a list, H its relevant places, R the relevant movies of a user. */
export const METRICS: Readonly<Record<MetricName, MetricWords>> = {
  ndcg: {
    label: atK('NDCG'),
    meaning: 'Hits weighted by their place, as a share of the best possible list.',
    tex: '\\mathrm{NDCG} = \\frac{\\sum_{p \\in H} 1/\\log_2(p + 1)}{\\sum_{p=1}^{\\min(k, |R|)} 1/\\log_2(p + 1)}',
    source: 'Järvelin and Kekäläinen 2002',
    digits: 3,
  },
  recall: {
    label: atK('Recall'),
    meaning: 'Hits as a share of the relevant movies, of which k count at most.',
    tex: '\\mathrm{recall} = \\frac{|H|}{\\min(k, |R|)}',
    digits: 3,
  },
  precision: {
    label: atK('Precision'),
    meaning: 'Hits as a share of the places.',
    tex: '\\mathrm{precision} = \\frac{|H|}{k}',
    digits: 3,
  },
  hitRate: {
    label: atK('Hit rate'),
    meaning: 'The share of users whose list has a hit.',
    tex: '\\mathrm{hit\\ rate} = \\frac{|\\{u : |H_u| > 0\\}|}{n}',
    digits: 3,
  },
  map: {
    label: atK('MAP'),
    meaning: 'Mean average precision: precision up to each hit, averaged.',
    tex: '\\mathrm{AP} = \\frac{1}{\\min(k, |R|)} \\sum_{p \\in H} \\frac{|\\{q \\in H : q \\le p\\}|}{p}',
    source: 'Manning, Raghavan and Schütze 2008, section 8.4',
    digits: 3,
  },
  mrr: {
    label: atK('MRR'),
    meaning: 'One divided by the place of the first hit, averaged; 0 for a list without hits.',
    tex: '\\mathrm{RR} = \\frac{1}{\\min H}',
    source: 'Voorhees 1999',
    digits: 3,
  },
  auc: {
    label: always('AUC'),
    meaning:
      'How often a relevant movie scores above another movie that the user has not rated in training; ties count half. It covers the whole catalogue, so a high AUC does not mean a good top of the list.',
    tex: '\\mathrm{AUC} = \\frac{|\\{(i, j) : s_i > s_j\\}| + \\tfrac12 |\\{(i, j) : s_i = s_j\\}|}{|R| \\cdot |C \\setminus R|}',
    source: 'Hanley and McNeil 1982',
    digits: 3,
  },
  shown: {
    label: always('Precision@5'),
    meaning: 'The share of the five movies shown that are hits.',
    tex: '\\mathrm{precision@5} = \\frac{|H_5|}{5}',
    digits: 3,
  },
  overlap: {
    label: always('Overlap@5'),
    meaning:
      'The share of their five movies that two users have in common, averaged over all pairs of users: 0 for no common movie, 1 for equal lists. One minus it is the personalisation.',
    tex: '\\mathrm{overlap} = \\frac{\\sum_i c_i (c_i - 1)}{5\\, n (n - 1)}',
    digits: 3,
  },
  coverage: {
    label: always('Coverage@5'),
    meaning: 'The share of the catalogue that at least one user gets.',
    tex: '\\mathrm{coverage} = \\frac{|\\{i : c_i > 0\\}|}{|I|}',
    digits: 3,
  },
  gini: {
    label: always('Gini@5'),
    meaning: 'How unequally the places are shared among the movies of the catalogue: 0 equally, 1 all for one movie.',
    tex: 'G = \\frac{\\sum_{r=1}^{|I|} (2r - |I| - 1)\\, c_{(r)}}{|I| \\sum_i c_i}',
    source: 'Fleder and Hosanagar 2009',
    digits: 3,
  },
  popularity: {
    label: always('Popularity'),
    meaning: 'Training ratings of the five movies, on average.',
    tex: '\\mathrm{popularity} = \\frac15 \\sum_{i \\in L} n_i',
    digits: 0,
  },
  novelty: {
    label: always('Novelty'),
    meaning: 'How unexpected the five movies are, in bits: movies with few ratings count more.',
    tex: '\\mathrm{novelty} = -\\frac15 \\sum_{i \\in L} \\log_2 \\frac{n_i}{n}',
    source: 'Vargas and Castells 2011',
    digits: 2,
  },
  diversity: {
    label: always('Diversity'),
    meaning:
      'How different the genres of two of the five movies are: 0 for equal genres, 1 for none in common. Movies without genres are left out.',
    tex: '\\mathrm{diversity} = \\frac{1}{10} \\sum_{i < j \\in L} \\left(1 - \\frac{|G_i \\cap G_j|}{|G_i \\cup G_j|}\\right)',
    source: 'Ziegler et al. 2005',
    digits: 3,
  },
  rmse: {
    label: always('RMSE'),
    meaning: 'The root of the mean squared error: large errors count more.',
    tex: '\\mathrm{RMSE} = \\sqrt{\\tfrac1N \\sum (\\hat r - r)^2}',
    digits: 3,
  },
  mae: {
    label: always('MAE'),
    meaning: 'The mean absolute error.',
    tex: '\\mathrm{MAE} = \\tfrac1N \\sum |\\hat r - r|',
    digits: 3,
  },
  r2: {
    label: always('R²'),
    meaning: 'The share of the variance of the ratings that is explained; 0 is no better than their mean.',
    tex: 'R^2 = 1 - \\frac{\\sum (\\hat r - r)^2}{\\sum (r - \\bar r)^2}',
    digits: 3,
  },
};

export const INTERVAL_WORDS = `Small numbers are 95 % confidence intervals, from ${RESAMPLES} bootstrap samples of the users.`;
