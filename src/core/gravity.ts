/**
 * Gravity (Google's course on recommendation systems, 2018): κ times the mean of (p_u · q_i)² over all pairs of a user and a movie. It costs no more than
 * the two Gramians, since Σ_i (p_u · q_i)² = p_uᵀ (Σ_i q_i q_iᵀ) p_u. The Gramians are those at the start of an epoch; in each of its steps the
 * next users and the next movies, an equal share of all, are pulled by κ · (mean over these users of p_uᵀ G_q p_u + mean over these movies of
 * q_iᵀ G_p q_i), where G_q is the mean of q_i q_iᵀ over all movies, G_p that of p_u p_uᵀ over all users, and both are held fixed.
 */
export interface Turn {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** Which of so many rows are pulled in step `step` (0-based) of so many: each once an epoch. */
export function turnOf(rows: number, step: number, steps: number): Turn {
  return { from: Math.floor((step * rows) / steps), to: Math.floor(((step + 1) * rows) / steps) };
}

/** How many rows a step pulls at most. */
export const longestTurn = (rows: number, steps: number): number => Math.ceil(rows / steps);
