import type { RawId } from '../../../core/ids.ts';
import type { ListName } from '../../../core/lists.ts';
import type { RunId } from '../../../core/run-report.ts';
import type { Call } from '../../../lab/wire.ts';
import type { ScorePart } from '../../../models/fold/score-parts.ts';

export interface WhyCalls {
  /** What the model in use goes by when it scores a movie for a user. Fails where it is fitted in closed form. */
  explain: Call<WhyRequest, Why>;
}

export interface WhyRequest {
  readonly userId: RawId;
  readonly movieId: RawId;
}

export interface Why extends WhyRequest {
  readonly runId: RunId;
  /** What orders the list first. */
  readonly sums: readonly WhySum[];
  /** Through layers: by how much the prediction changes where an input of the layers is left out. */
  readonly left: readonly LeftOut[];
  readonly pulls: WhyPulls | null;
}

/** A score and what it is the sum of. */
export interface WhySum {
  readonly of: 'list' | 'stars' | 'score';
  /** They add up to `total`: in stars, or before the sigmoid that makes stars of it, or of a score. */
  readonly parts: readonly ScorePart[];
  readonly total: number;
  /** Whether a sigmoid follows. */
  readonly isSqueezed: boolean;
  /** What the ticket shows or the list is ordered by: the total, squeezed and held to the rating scale where that is done. */
  readonly shown: number;
}

/** An input of layers, and what the prediction is more for having it. */
export interface LeftOut {
  readonly name: 'user' | 'movie' | ListName;
  readonly change: number;
}

/** How the user's ratings make the score that orders the list. */
export interface WhyPulls {
  /** How the trained numbers of the user came about: as such a solution, over all pairs (iALS) or of these ratings, as a mean of samples, or by steps. */
  readonly learnedBy: 'all-pairs' | 'solving' | 'sampling' | 'steps';
  readonly by: 'ridge' | 'newton' | 'gauss-newton';
  /** The score as trained, and as it follows from the ratings alone. */
  readonly trained: number;
  readonly folded: number;
  /** What it would be without any rating; with all pulls it is `folded`. */
  readonly base: number;
  /** The strongest, whichever way, most first. */
  readonly strongest: readonly PullingMovie[];
  /** All others added up, and how many they are. */
  readonly rest: number;
  readonly others: number;
}

export interface PullingMovie {
  readonly movieId: RawId;
  readonly title: string;
  readonly stars: number;
  readonly pull: number;
}

interface WhyActions {
  /** Rejects with a LabError. */
  explainMovie(request: WhyRequest): Promise<Why>;
}

declare module '../../../state/notebook-state.ts' {
  interface NotebookActions extends WhyActions {}
}
