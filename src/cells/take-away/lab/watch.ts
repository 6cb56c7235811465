import type { CallContext } from '../../../lab/wire.ts';

/** How far a file is, and whether it is still wanted. */
export type Watch = Pick<CallContext<number>, 'report' | 'signal'>;
