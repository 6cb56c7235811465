/** The first sweeps find their way from the start: their samples are not averaged. */
export const BURN_IN = 10;
