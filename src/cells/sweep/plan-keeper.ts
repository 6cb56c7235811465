import { isPlannedSo, nextTrial, type SweepPlan } from '../../core/sweep/plan.ts';
import { readSweep, writeSweep } from '../../core/sweep/sweep-text.ts';
import { KEY, type PlanStorage } from './plan-place.ts';

/** Keeps the plan of the sweep that was begun last, so that it can go on at a later visit. */
export interface PlanKeeper {
  keep(plan: SweepPlan): void;
  /** Null where there is none that this page can go on with. */
  find(): SweepPlan | null;
}

/** `open` may throw where storage is barred: then a sweep lasts as long as the page. */
export function createPlanKeeper(open: () => PlanStorage): PlanKeeper {
  return {
    keep(plan) {
      try {
        open().setItem(KEY, JSON.stringify(plan));
      } catch {
        // As is said above.
      }
    },
    find() {
      try {
        const plan = JSON.parse(open().getItem(KEY) ?? 'null') as SweepPlan | null;
        // One of another version of the page may not be read like this.
        if (plan === null || readSweep(writeSweep(plan)) === null || !isPlannedSo(plan)) return null;
        nextTrial(plan, new Map());
        return plan;
      } catch {
        return null;
      }
    },
  };
}
