/** What was made last, again as long as the key stays. Keys are plain data, compared by what they say. */
export type KeepLast<Made> = (key: unknown, make: () => Made) => Made;

export function keepLast<Made>(): KeepLast<Made> {
  let last: { readonly key: string; readonly made: Made } | null = null;
  return (key, make) => {
    const text = JSON.stringify(key);
    if (last?.key !== text) last = { key: text, made: make() };
    return last.made;
  };
}
