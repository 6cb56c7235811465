/**
 * Vega-Lite configuration. Colours are references to the page's tokens: Vega writes them into presentation attributes, where the
 * browser resolves them, so a switch between light and dark needs no draw. Fonts are set by the style sheet.
 */
export const CHART_CONFIG = {
  aria: false,
  background: 'transparent',
  view: { stroke: null },
  axis: {
    labelColor: 'var(--color-text-muted)',
    titleColor: 'var(--color-text-muted)',
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    gridColor: 'var(--color-border)',
    gridWidth: 1,
    domainColor: 'var(--color-border)',
    ticks: false,
    labelPadding: 8,
    labelOverlap: false,
    labelFlush: false,
  },
} as const;

export const LINE_WIDTH = 2;
export const DASH = [5, 4];
export const REFERENCE_DASH = [2, 3];
