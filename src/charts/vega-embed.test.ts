import { expect, it, vi } from 'vitest';
import embed, { type LineChartSpec, setPainter } from './vega-embed.ts';

const spec: LineChartSpec = { data: { values: [] }, encoding: { x: { title: 'epoch' } }, layer: [] };
const createElement = () => ({}) as HTMLElement;

it('hands the specification to the painter of the element, the latest that was set', async () => {
  const element = createElement();
  const [first, second] = [vi.fn(async () => {}), vi.fn(async () => {})];
  setPainter(element, first);
  setPainter(element, second);
  await embed(element, spec);
  expect(first).not.toHaveBeenCalled();
  expect(second.mock.calls).toEqual([[spec]]);
});

it('waits for the painter and passes on what it throws', async () => {
  const element = createElement();
  setPainter(element, async () => {
    throw new Error('no room');
  });
  await expect(embed(element, spec)).rejects.toThrow('no room');
});

it('refuses an element without a painter', async () => {
  await expect(embed(createElement(), spec)).rejects.toThrow('without a painter');
});

it('shares painters with a second copy of the module', async () => {
  vi.resetModules();
  const copy = await import('./vega-embed.ts');
  const element = createElement();
  const painter = vi.fn(async () => {});
  copy.setPainter(element, painter);
  await embed(element, spec);
  expect(copy.default).not.toBe(embed);
  expect(painter).toHaveBeenCalledTimes(1);
});
