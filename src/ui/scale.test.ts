import { describe, expect, it } from 'vitest';
import { moveBy, nearestNotch, notchesOf, positionOf, type Scale } from './scale.ts';

const LINEAR: Scale = { min: 0, max: 0.9, scale: 'linear', step: 0.05, integer: false, zero: false };
const BINARY: Scale = { min: 1, max: 256, scale: 'log', step: 1, integer: true, zero: false };
const DECIMAL: Scale = { min: 1, max: 200, scale: 'log', step: 1, integer: true, zero: false };
const WITH_OFF: Scale = { min: 1e-6, max: 1, scale: 'log', step: 1, integer: false, zero: true };

describe('notchesOf', () => {
  it('follows the step of a linear scale without binary residue', () => {
    expect(notchesOf(LINEAR, 0.1).slice(0, 5)).toEqual([0, 0.05, 0.1, 0.15, 0.2]);
    expect(notchesOf(LINEAR, 0.1)).toHaveLength(19);
  });

  it('counts in octaves between powers of two and in decades elsewhere', () => {
    expect(notchesOf(BINARY, 32).slice(-6)).toEqual([112, 128, 160, 192, 224, 256]);
    expect(notchesOf(DECIMAL, 15).slice(-6)).toEqual([60, 80, 100, 120, 150, 200]);
  });

  it('has the default and both ends, and off at the left where there is one', () => {
    expect(notchesOf(BINARY, 50)).toContain(50);
    expect(notchesOf(WITH_OFF, 0.05)[0]).toBe(0);
    expect(notchesOf(WITH_OFF, 0.05)[1]).toBe(1e-6);
    expect(notchesOf(WITH_OFF, 0.05).at(-1)).toBe(1);
  });
});

describe('positionOf', () => {
  it('puts the geometric mean in the middle of a logarithmic track', () => {
    expect(positionOf(16, BINARY)).toBeCloseTo(0.5);
    expect(positionOf(0.45, LINEAR)).toBeCloseTo(0.5);
  });

  it('keeps the left end for off', () => {
    expect(positionOf(0, WITH_OFF)).toBe(0);
    expect(positionOf(1e-6, WITH_OFF)).toBeGreaterThan(0.05);
    expect(positionOf(1, WITH_OFF)).toBe(1);
  });
});

describe('moving', () => {
  it('goes from notch to notch, also from between two, and stops at the ends', () => {
    const notches = notchesOf(BINARY, 50);
    expect(moveBy(50, 1, notches)).toBe(56);
    expect(moveBy(50, -1, notches)).toBe(48);
    expect(moveBy(51, -1, notches)).toBe(50);
    expect(moveBy(51, 1, notches)).toBe(56);
    expect(moveBy(256, 5, notches)).toBe(256);
    expect(moveBy(2, -5, notches)).toBe(1);
  });

  it('finds the nearest notch of every notch’s own position', () => {
    for (const scale of [LINEAR, BINARY, DECIMAL, WITH_OFF]) {
      const notches = notchesOf(scale, scale.max);
      for (const notch of notches) expect(nearestNotch(positionOf(notch, scale), scale, notches)).toBe(notch);
    }
  });
});
