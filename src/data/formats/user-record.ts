import type { RawId } from '../../core/ids.ts';

/** What a release knows of a user. */
export interface UserRecord {
  readonly id: RawId;
  readonly gender: string;
  readonly age: string;
  readonly occupation: string;
  /** As it is written: some have letters or leading zeros. */
  readonly zip: string;
}
