/** How far one step goes. */
export type StepGrain = 'batch' | 'epoch';

/**
 * How a run ended that did not fail: all its epochs done, stopped by hand, stopped because validation no longer got better, or
 * because its time was used up.
 */
export type RunOutcome = 'done' | 'stopped' | 'early' | 'out-of-time';
