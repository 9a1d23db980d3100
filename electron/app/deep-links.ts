// Receives tokentray:// links and finds the place in the window that each one names.
// A link can only show something; it changes nothing.
import { app } from 'electron';
import type { AppState } from '../../shared/schema/app-state';
import { parseDeepLink, linkTargetOf } from '../core/system/deep-link';
import type { NavigationTarget } from '../../shared/ipc/contract';

/** Undefined: the window stays as it is. */
export function navigationTargetOfLink(text: string, { portfolio }: AppState): NavigationTarget | undefined {
  const link = parseDeepLink(text);
  if (!link) return undefined;
  const wallets = portfolio.wallets.map(({ wallet }) => wallet);
  const target = linkTargetOf(link, { wallets, holdingIds: portfolio.holdings.map(({ id }) => id) });
  return target ? { view: 'overview', ...target } : undefined;
}

let pendingLink: string | null = null;
let handleLink = (text: string): void => void (pendingLink = text);

/** macOS delivers links as events. The first one may come before a window can show it. */
export function listenForLinks(): void {
  app.on('open-url', (event, text) => {
    event.preventDefault();
    handleLink(text);
  });
}

export function setLinkHandler(handler: (text: string) => void): void {
  handleLink = handler;
  if (pendingLink !== null) handler(pendingLink);
  pendingLink = null;
}

const MAX_COMMAND_LINE_BYTES = 8000;

/**
 * The data of a second start must fit into the 32 KiB that Chromium reads: twice the arguments, and the folder. If it
 * is larger, the running app receives nothing, and the second app keeps running on the same files.
 */
export function isCommandLineTooLong(words: readonly string[]): boolean {
  return Buffer.byteLength(words.join(' ')) > MAX_COMMAND_LINE_BYTES;
}
