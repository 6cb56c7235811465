import { expect, test } from 'vitest';
import { holdPlace } from './hold-place.ts';

/** A page with one block above what is in view. */
function pageOf(scrolled: number) {
  const state = { scrolled, above: 1000, time: 1000, isThere: true };
  const anchor = { top: () => (state.isThere ? state.above - state.scrolled : null) };
  const place = holdPlace({
    find: () => anchor,
    scrolled: () => state.scrolled,
    scrollBy(distance) {
      state.scrolled += distance;
    },
    now: () => state.time,
  });
  const grow = (height: number): void => {
    state.above += height;
    place.onResize();
  };
  const scroll = (to: number): void => {
    state.scrolled = to;
    place.onScroll();
  };
  return { state, place, grow, scroll, anchor };
}

test('what is in view stays where it is when something above it grows and shrinks', () => {
  const { state, place, grow, scroll, anchor } = pageOf(0);
  scroll(990);
  state.time += 1000;
  grow(300);
  expect(anchor.top()).toBe(10);
  place.onScroll();
  place.onScroll();
  grow(-120);
  expect(anchor.top(), 'its own scroll is nobody else’s').toBe(10);
});

test('while the page is being scrolled it is left alone', () => {
  const { state, grow, scroll } = pageOf(0);
  scroll(990);
  state.time += 100;
  grow(300);
  expect(state.scrolled).toBe(990);
  state.time += 100;
  grow(300);
  expect(state.scrolled, 'what grew before is not made up for').toBe(1290);
});

test('at the top of the page nothing is held, nor what is gone or moved by a rounding', () => {
  const atTop = pageOf(0);
  atTop.place.onScroll();
  atTop.state.time += 1000;
  atTop.grow(300);
  expect(atTop.state.scrolled).toBe(0);
  const { state, grow, scroll } = pageOf(0);
  scroll(500);
  state.time += 1000;
  grow(0.4);
  expect(state.scrolled).toBe(500);
  state.isThere = false;
  grow(300);
  expect(state.scrolled).toBe(500);
});
