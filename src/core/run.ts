/** How far one step goes. */
export type StepGrain = 'batch' | 'epoch';

/**
 * How a run ended that did not fail: all its epochs done, stopped by hand, stopped because validation no longer got better, or
 * because its time was used up.
 */
export type RunOutcome = 'done' | 'stopped' | 'early' | 'out-of-time';

/** How fast a run goes: as fast as it can, with epochs a second apart, or in steps. */
export type RunPace = 'full' | 'epoch' | 'step';

/** Where a run may halt: before its first batch, after a batch, after an epoch. */
export type HaltPoint = 'start' | StepGrain;

/** How a run begins. */
export interface RunPacing {
  /** Whether its epochs begin a second apart. */
  readonly waits: boolean;
  /** The first such point at which it halts; null where it runs on. */
  readonly haltsAt: HaltPoint | null;
}
