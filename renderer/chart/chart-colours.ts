// Reads the chart colours and the font from the page, because a canvas cannot use custom properties.

const TOKENS = {
  line: '--chart',
  stale: '--stale',
  grid: '--grid',
  gap: '--hover',
  text: '--text-3'
} as const;

/** Colours as CSS text that a canvas understands. */
export type ChartColours = Readonly<Record<keyof typeof TOKENS, string>> & {
  /** A CSS list of font families. */
  readonly font: string;
};

/** Reads the colours at a real element, because `light-dark()` and `var()` have a value only where they are used. */
export function readChartColours(element: HTMLElement): ChartColours {
  const before = element.style.color;
  const computed = getComputedStyle(element);
  const read = (token: string): string => {
    element.style.color = `var(${token})`;
    return computed.color;
  };
  const { line, stale, grid, gap, text } = TOKENS;
  const colours = {
    line: read(line),
    stale: read(stale),
    grid: read(grid),
    gap: read(gap),
    text: read(text)
  };
  element.style.color = before;
  return { ...colours, font: computed.fontFamily };
}

const QUERIES = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)'];

/**
 * Calls `changed` when the system or the chosen theme may have changed the colours. Returns a function that stops it.
 */
export function watchChartColours(changed: () => void): () => void {
  const queries = QUERIES.map(query => matchMedia(query));
  queries.forEach(query => query.addEventListener('change', changed));
  const themes = new MutationObserver(changed);
  themes.observe(document.documentElement, { attributes: true });
  return () => {
    queries.forEach(query => query.removeEventListener('change', changed));
    themes.disconnect();
  };
}
