/** A text of the address as a sentence quotes it. */
export const clip = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text);
