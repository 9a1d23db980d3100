// Applies the chosen theme and the colours of change to the document.
import type { AppState } from '../../shared/schema/app-state';

export type ThemeChoices = Pick<AppState['choices'], 'theme' | 'changeColours'>;

/** The default choices need no attribute on the page. */
export function applyTheme({ theme, changeColours }: ThemeChoices): void {
  const { dataset } = document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  if (changeColours === 'green-up') delete dataset.change;
  else dataset.change = changeColours;
}
