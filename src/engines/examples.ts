import type { Examples } from './trainer.ts';

/** How many there are. */
export const countOf = (examples: Examples): number => examples.inPieces?.count ?? examples.targets.length;

/** As few at a time as they come; all at once where they are held. */
export const piecesOf = (examples: Examples): Iterable<Examples> => examples.inPieces?.pieces() ?? [examples];

/** All of them held, for whoever reads a column again and again. */
export const wholeOf = ({ users, movies, targets, when }: Examples): Examples => ({ users, movies, targets, when });
