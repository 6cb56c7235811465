/** How many movies a list has room for. */
export const RECOMMENDED = 5;
