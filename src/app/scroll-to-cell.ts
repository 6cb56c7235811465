/** Brings a cell, or a part of it, to the top and moves the keyboard's place there. The address holds the settings, so it cannot hold an anchor. */
export function scrollToCell(id: string, part = `cell-${id}`): void {
  document.getElementById(part)?.scrollIntoView();
  document.getElementById(headingId(id))?.focus({ preventScroll: true });
}

export const headingId = (id: string): string => `cell-${id}-title`;
