/**
 * Calls back after each change of an element's size, and once at the start. Not within the observer's own call: what changes the
 * layout there makes a browser report a loop.
 *
 * @returns what ends it
 */
export function observeSize(element: Element, onSize: () => void): () => void {
  let frame = 0;
  const observer = new ResizeObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(onSize);
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    cancelAnimationFrame(frame);
  };
}
