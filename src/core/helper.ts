/** Workers that the lab needs and the page makes. */
export type HelperKind = 'simd-thread' | 'trainer' | 'downloader';

/** What the lab sends to the page to get one. Both ports are transferred. */
export interface HelperRequest {
  readonly kind: 'helper';
  readonly helper: HelperKind;
  /** The helper's end of the talk with the lab. */
  readonly port: MessagePort;
  /** The page's end of what concerns the helper's life: the page says what broke it, the lab that it is to end. */
  readonly life: MessagePort;
}
