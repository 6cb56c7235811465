/** A node's name in plain words: "User factors" from "user_factors". */
export function plainName(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
