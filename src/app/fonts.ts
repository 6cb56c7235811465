/** Milliseconds after which the page is drawn without its fonts. */
const PATIENCE = 400;

/** Waits for the fonts of text, which are fetched along with the script: a font that comes later moves what is below its text. */
export async function fontsOfText(fonts: FontFaceSet): Promise<void> {
  const loaded = [...fonts].map((face) => face.load());
  await Promise.race([Promise.allSettled(loaded), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}
