// What the layout test looks at: each scene by width, language, portfolio and zoom; all of it, or a sample chosen by pairs.
import { PORTFOLIOS, type LayoutPortfolio } from './portfolios';
import { SCENES, type LayoutScene } from './scenes';

export const LANGUAGES = ['en', 'zh'] as const;
export type LayoutLanguage = (typeof LANGUAGES)[number];
export const ZOOMS = [1, 1.5, 2] as const;

const [NARROWEST_PX, WIDEST_PX, STEP_PX] = [320, 1600, 20];
export const WIDTHS_PX = Array.from(
  { length: (WIDEST_PX - NARROWEST_PX) / STEP_PX + 1 },
  (_, i) => NARROWEST_PX + i * STEP_PX
);
/** The edges of the layout, the narrowest, the usual and the widest. */
const SAMPLED_PX = [320, 380, 460, 480, 560, 640, 660, 820, 840, 980, 1200, 1600];

/** One scene that is opened once, and the widths at which it is looked at. */
export interface LayoutLook {
  readonly portfolio: LayoutPortfolio;
  readonly language: LayoutLanguage;
  readonly zoom: number;
  readonly scene: LayoutScene;
  /** CSS pixels. */
  readonly widths: readonly number[];
}

/** Everything. */
export function allLooks(portfolio: LayoutPortfolio, language: LayoutLanguage): LayoutLook[] {
  return ZOOMS.flatMap(zoom =>
    SCENES.map(scene => ({ portfolio, language, zoom, scene, widths: WIDTHS_PX }))
  );
}

/**
 * Each pair of scene and width, of scene and portfolio, and of portfolio, language, zoom and width at least once: the
 * scenes are dealt out to the portfolios and languages, and the widths to the zooms.
 */
export function sampledLooks(portfolio: LayoutPortfolio, language: LayoutLanguage): LayoutLook[] {
  const dealt = PORTFOLIOS.indexOf(portfolio) * LANGUAGES.length + LANGUAGES.indexOf(language);
  return SCENES.flatMap((scene, at) => {
    const zoom = ZOOMS[(at + dealt) % ZOOMS.length] ?? 1;
    const widths = SAMPLED_PX.filter((_, i) => (i + at + dealt) % 5 === 0);
    return [{ portfolio, language, zoom, scene, widths }];
  });
}
