// The manual page and the completions, by the name of their file below electron/resources. No part of the app itself.
import { bashCompletion, zshCompletion } from './completions';
import { fishCompletion } from './completions-fish';
import { manualPage } from './man-page';

export function manualFiles(): Readonly<Record<string, string>> {
  return {
    'tokentray.1': manualPage(),
    'completions/tokentray.bash': bashCompletion(),
    'completions/_tokentray': zshCompletion(),
    'completions/tokentray.fish': fishCompletion()
  };
}
