/** What GroupLens' releases of before 2009 have beside the ratings: fetched where one of them is opened. */
export { parseMoviesDat } from './movies-dat.ts';
export { parseUGenre, parseUItem } from './u-item.ts';
export { parseUUser } from './u-user.ts';
export { parseUsersDat } from './users-dat.ts';
