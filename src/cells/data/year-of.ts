/** The calendar year (UTC) of a time in seconds since 1970-01-01 UTC. */
export const yearOf = (seconds: number): number => new Date(seconds * 1000).getUTCFullYear();
