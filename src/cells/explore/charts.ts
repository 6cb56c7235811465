import type { DimensionName } from '../../core/explore/dimension.ts';

interface ChartWords {
  readonly title: string;
  /** What the label of a bar is. */
  readonly of: string;
  readonly scale: 'linear' | 'log';
  readonly layout: 'columns' | 'rows';
  /** What stands at the axis: the whole label of a bar, or where its range begins. */
  readonly ticks?: 'from';
}

/** How each dimension is shown. */
export const CHARTS: Readonly<Record<DimensionName, ChartWords>> = {
  stars: { title: 'How people rate', of: 'stars', scale: 'linear', layout: 'columns' },
  userActivity: { title: 'Ratings per user', of: 'ratings given', scale: 'log', layout: 'columns', ticks: 'from' },
  movieActivity: { title: 'Ratings per movie', of: 'ratings received', scale: 'log', layout: 'columns', ticks: 'from' },
  time: { title: 'Activity over time', of: 'time', scale: 'linear', layout: 'columns' },
  genre: { title: 'Genres', of: 'genre', scale: 'linear', layout: 'rows' },
  gender: { title: 'Gender', of: 'gender', scale: 'linear', layout: 'rows' },
  age: { title: 'Age', of: 'age', scale: 'linear', layout: 'columns' },
  occupation: { title: 'Occupation', of: 'occupation', scale: 'linear', layout: 'rows' },
};

/** The dimensions that are always in view; the others are in a disclosure. */
export const FIRST: readonly DimensionName[] = ['stars', 'userActivity', 'movieActivity'];
