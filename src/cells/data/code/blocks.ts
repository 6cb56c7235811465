/** Python that reads Netflix' blocks: "1:" above the ratings of movie 1. */
export const blocksCode = (
  from: string,
): string => `ratings = pd.read_csv(${from}, names=["userId", "rating", "timestamp"], dtype=str)
is_movie = ratings.userId.str.endswith(":")
ratings["movieId"] = ratings.userId.str.rstrip(":").where(is_movie).ffill()
ratings = ratings[~is_movie].astype({"userId": int, "movieId": int, "rating": float}).reset_index(drop=True)
ratings["timestamp"] = pd.to_datetime(ratings.timestamp, utc=True).astype("int64") // 10**9
`;
