import { readFile, writeFile } from 'node:fs/promises';
import { expect, type TestInfo } from '@playwright/test';
import type { Recommendation } from '../../src/cells/recommend/contract.ts';

/** Title and predicted stars. */
type Movie = readonly [string, number];

/** Half of what may lie between two browsers. */
const TOLERANCE = 0.0025;

/**
 * Compares recommendations with those that Chromium gave, which are kept beside this file. After a change that is meant to move them,
 * `npx playwright test story --project=chromium --update-snapshots` keeps new ones.
 */
export async function expectFiveMovies(
  model: string,
  answers: readonly Recommendation[],
  { config, project }: TestInfo,
): Promise<void> {
  const file = new URL(`./five-movies-${model}.json`, import.meta.url);
  const given = Object.fromEntries(answers.map(({ userId, movies }) => [userId, movies.map(asMovie)]));
  if (config.updateSnapshots !== 'missing' && project.name === 'chromium') await writeFile(file, write(given));
  const kept: typeof given = JSON.parse(await readFile(file, 'utf8'));
  expect(titles(given)).toEqual(titles(kept));
  for (const [userId, movies] of Object.entries(given)) {
    const differences = movies.map(([, stars], place) => Math.abs(stars - (kept[userId]?.[place]?.[1] ?? Number.NaN)));
    expect(Math.max(...differences), `stars for user ${userId}`).toBeLessThan(TOLERANCE);
  }
}

const asMovie = ({ title, predicted }: Recommendation['movies'][number]): Movie => [title, Number(predicted.toFixed(5))];

const titles = (movies: Readonly<Record<string, readonly Movie[]>>) =>
  Object.entries(movies).map(([userId, five]) => [userId, five.map(([title]) => title)]);

/** As the formatter would. */
const write = (movies: Readonly<Record<string, readonly Movie[]>>): string => {
  const users = Object.entries(movies).map(([userId, five]) => {
    const lines = five.map((movie) => `    ${JSON.stringify(movie).replace('",', '", ')}`);
    return `  "${userId}": [\n${lines.join(',\n')}\n  ]`;
  });
  return `{\n${users.join(',\n')}\n}\n`;
};
