/**
 * One call at a time, and of those that are asked for meanwhile only the last: what follows a slider neither queues up nor is
 * out of date at the end.
 */
export function latestOnly(work: () => Promise<void>): () => void {
  let busy = false;
  let again = false;
  const run = async (): Promise<void> => {
    busy = true;
    do {
      again = false;
      await work();
    } while (again);
    busy = false;
  };
  return () => {
    if (busy) again = true;
    else void run();
  };
}
