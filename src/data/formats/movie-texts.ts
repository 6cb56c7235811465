/** What a row says of its movie, as it is written there; empty where it says nothing. */
export interface MovieTexts {
  readonly title: string;
  readonly genres: string;
  readonly year: string;
}

/** Whether rows say anything of their movies. */
export const hasDescription = ({ title, genres, year }: Readonly<Partial<Record<keyof MovieTexts, unknown>>>): boolean =>
  title !== undefined || genres !== undefined || year !== undefined;
