/** Lets the page handle input and paint before the next piece of work; works in hidden tabs too. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
