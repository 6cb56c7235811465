/** How far one step goes. */
export type StepGrain = 'batch' | 'epoch';
