import type { LabErrorData } from '../core/errors.ts';
import type { HelperRequest } from '../core/helper.ts';

/**
 * A call of the page to the lab, as a contract describes it: what it is given, what it comes to, and what it reports on its way. All
 * of it must survive structured cloning.
 */
export interface Call<Args, Reply, Progress = never> {
  readonly args: Args;
  readonly reply: Reply;
  readonly progress: Progress;
}

/** What a caller may add to a call. */
export interface CallOptions<Progress> {
  /** Hears what the call reports, in order, before its reply. */
  onProgress?(progress: Progress): void;
  /** Asks the lab to end the call: what that means, and whether it then fails, the call's contract says. */
  readonly signal?: AbortSignal;
  /** What of the arguments moves to the lab instead of being copied. */
  readonly transfer?: Transferable[];
}

/** What a handler is given beside the arguments. */
export interface CallContext<Progress> {
  report(progress: Progress): void;
  /** Aborted where the caller has had enough: then `signal.throwIfAborted()` throws a LabError `cancelled`, which ends the call. */
  readonly signal: AbortSignal;
  /** Moves parts of the reply to the page instead of copying them. */
  transfer(...parts: Transferable[]): void;
}

type ArgsOf<Entry> = Entry extends { readonly args: infer Args } ? Args : never;
type ReplyOf<Entry> = Entry extends { readonly reply: infer Reply } ? Reply : never;
type ProgressOf<Entry> = Entry extends { readonly progress: infer Progress } ? Progress : never;

/** A contract as the page calls it. Each call rejects with the LabError that the lab threw. */
export type ClientOf<Contract> = {
  readonly [Name in keyof Contract]: (
    args: ArgsOf<Contract[Name]>,
    options?: CallOptions<ProgressOf<Contract[Name]>>,
  ) => Promise<ReplyOf<Contract[Name]>>;
};

/** A contract as the lab answers it. */
export type HandlersOf<Contract> = {
  readonly [Name in keyof Contract]: (
    args: ArgsOf<Contract[Name]>,
    context: CallContext<ProgressOf<Contract[Name]>>,
  ) => Promise<ReplyOf<Contract[Name]>>;
};

/** From the page. A call is named by the folder of its contract and its own name: `train/start`. */
export type Request =
  | { readonly kind: 'call'; readonly id: number; readonly call: string; readonly args: unknown }
  | { readonly kind: 'abort'; readonly id: number };

/** From the lab. What belongs to a call says to which. */
export type Message =
  /** The worker has started. */
  | { readonly kind: 'alive' }
  /** It wants a worker that the page makes. */
  | HelperRequest
  | { readonly kind: 'progress'; readonly id: number; readonly call: string; readonly progress: unknown }
  | { readonly kind: 'reply'; readonly id: number; readonly call: string; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly call: string; readonly error: LabErrorData };
