/**
 * The scores of pairs by what ranks every movie for a user, (n).
 *
 * @param rank scores of every movie for each of the users given, (users, movies) row-major
 */
export async function rankPairs(
  rank: (users: Int32Array) => Promise<Float32Array>,
  users: Int32Array,
  movies: Int32Array,
): Promise<Float32Array> {
  const positions = new Map<number, number[]>();
  for (const [at, user] of users.entries()) {
    const own = positions.get(user);
    if (own) own.push(at);
    else positions.set(user, [at]);
  }
  const scores = new Float32Array(users.length);
  for (const [user, own] of positions) {
    const ranks = await rank(Int32Array.of(user));
    for (const at of own) scores[at] = ranks[movies[at] as number] as number;
  }
  return scores;
}
