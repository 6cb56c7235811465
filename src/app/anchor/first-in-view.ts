/** The first element that begins in view, as far outside as can be; where none does, the innermost that reaches into it. What floats over the page does not count. */
export function firstInView(root: Element): Element | null {
  for (const element of root.children) {
    const { top, bottom, height } = element.getBoundingClientRect();
    if (height === 0 || bottom <= 0 || isFloating(element)) continue;
    if (top >= innerHeight) return null;
    return top >= 0 ? element : (firstInView(element) ?? element);
  }
  return null;
}

const isFloating = (element: Element): boolean => ['fixed', 'sticky', 'absolute'].includes(getComputedStyle(element).position);
