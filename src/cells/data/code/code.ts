import type { CodeData } from './code-data.ts';
import { inventing } from './inventing.ts';
import { reading } from './reading.ts';
import { tidying } from './tidying.ts';

/** Python that loads and indexes the data set as Matinee does: `ratings`, `catalogue` and, where they are known, `users`. */
export function loadingCode(data: CodeData | null): string {
  if (data === null) return '# The code depends on the data: load it first.\n';
  const users = data.layout?.hasUsers ? 'users = users.reindex(user_ids, fill_value="unknown")\n' : '';
  return `${data.kind === 'synthetic' ? inventing(data) : reading(data)}${tidying(data)}${addedComment(data)}
# Raw ids become row numbers of the embedding tables: from 0, without gaps, in ascending order.
user_ids, user_index = np.unique(ratings.userId, return_inverse=True)
movie_ids, movie_index = np.unique(ratings.movieId, return_inverse=True)
n_users, n_movies = len(user_ids), len(movie_ids)
stars = ratings.rating.to_numpy("float32")
catalogue = catalogue.reindex(movie_ids, fill_value="")
${users}`;
}

/** Who was added in the page is in no file that this could read. */
function addedComment({ added = [] }: CodeData): string {
  return added
    .map(
      ({ userId, ratings, file }) =>
        `# The page has user ${userId} as well: ${ratings} ratings out of ${JSON.stringify(file)}, by title and year.\n`,
    )
    .join('');
}
