/** Sums of multiples of this are exact in double precision up to 2²⁵, so that they do not depend on how they are grouped. */
const UNIT = 2 ** -28;

/** The nearest multiple. What is rounded so before it is added gives the same sum whenever parts of it are taken. */
export const toExactUnit = (value: number): number => Math.round(value / UNIT) * UNIT;
