import type { DataSummary } from '../../../core/data-summary.ts';
import type { RawId } from '../../../core/ids.ts';
import type { Difference, PersonalService } from '../../../core/person/person.ts';
import type { Call } from '../../../lab/wire.ts';

export interface PersonCalls {
  /**
   * Reads one person's ratings and finds their movies among those that are loaded. Fails where none is there, or where the ratings that
   * are loaded cannot take them.
   */
  match: Call<{ readonly file: File }, PersonMatches>;
  /** Adds them to the data that is loaded, as a new user. Refused while a run is going. */
  add: Call<Person, DataSummary>;
  /** Takes away the user who was added last. Refused while a run is going. */
  remove: Call<void, DataSummary>;
}

/** One person's ratings, and what was picked for unclear rows: the movie by the place of the row. */
export interface Person {
  readonly file: File;
  readonly picks: Readonly<Record<number, number>>;
}

export interface PersonMatches {
  readonly service: PersonalService;
  /** The user that they would be. */
  readonly userId: RawId;
  readonly rows: readonly MatchedRow[];
  /** Rows of the file without a rating. */
  readonly unrated: number;
  readonly faulty: { readonly count: number; readonly lines: readonly string[] };
}

/** A row of the file and what became of it. */
export interface MatchedRow {
  readonly line: number;
  readonly title: string;
  readonly years: readonly number[];
  /** As it is written, and on the scale of the data. */
  readonly rating: number;
  readonly stars: number;
  readonly kind: 'matched' | 'unclear' | 'missing' | 'repeated' | 'taken';
  /** The match; of unclear rows those that fit alike; of a missing one that with the title and another year; of a taken one the movie. */
  readonly movies: readonly MatchedMovie[];
  readonly differences: readonly Difference[];
  /** The line that has the movie, or the newer rating. */
  readonly byLine: number | null;
}

export interface MatchedMovie {
  /** Its index in the data. */
  readonly movie: number;
  readonly title: string;
  readonly year: number | null;
  readonly ratings: number;
}

export interface PersonState {
  /** Those who were added to the data that is loaded, first to last. */
  readonly people: readonly Person[];
}

interface PersonActions {
  /** Finds the movies of the file that was opened last. Rejects with a LabError. */
  matchPerson(file: File): Promise<PersonMatches>;
  /** Adds people to the data that is loaded, one after the other. Rejects with a LabError. */
  addPeople(people: readonly Person[]): Promise<void>;
  /** Takes away the one who was added last. Rejects with a LabError. */
  removePerson(): Promise<void>;
}

declare module '../../../state/notebook-state.ts' {
  interface NotebookState {
    readonly person: PersonState;
  }
  interface NotebookActions extends PersonActions {}
}
