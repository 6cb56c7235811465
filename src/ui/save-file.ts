/** Saves a file as a download. */
export function saveFile(content: BlobPart, name: string): void {
  const url = URL.createObjectURL(new Blob([content]));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // Not at once: the browser has yet to open the address.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
