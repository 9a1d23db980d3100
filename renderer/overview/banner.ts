// Decides which one banner is shown below the table, the worst first, and makes its text.
import { MENDED_BY_NEW_KEY, reactionTo, type FailureCode } from '../../shared/domain/failure';
import { failureSentence, nextTryText } from '../../shared/text/failure-text';
import { headlineOf, isPaused } from '../../shared/text/headline';
import type { WalletFailure } from '../../shared/schema/snapshot';
import type { AppState } from '../../shared/schema/app-state';
import type { Issue } from '../../shared/schema/issue';
import { localChainName } from '../../shared/text/names';
import { momentText } from '../../shared/text/time';
import type { IconName } from '../ui/display/icons';
import { BANNER_TEXT } from '../text/banners';
import { COMMON_TEXT } from '../text/phrases';

export interface Banner {
  /** Id for remembering that the banner was dismissed; null when it stays as long as its cause. */
  readonly dismissId: string | null;
  readonly tone: 'plain' | 'warn' | 'err';
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly action: {
    readonly label: string;
    readonly does: 'connect' | 'addresses' | 'refresh' | 'diagnostics';
  } | null;
}

/** The first sentence and the remaining ones. */
function splitSentences(sentences: string): [string, string] {
  const end = sentences.indexOf(BANNER_TEXT.sentenceEnd);
  return end < 0 ? [sentences, ''] : [sentences.slice(0, end + 1), sentences.slice(end + 1).trim()];
}

function actionFor(code: FailureCode, isRefreshing: boolean): Banner['action'] {
  if (MENDED_BY_NEW_KEY.has(code)) return { label: BANNER_TEXT.newKey, does: 'connect' };
  if (code === 'source-retired') return { label: BANNER_TEXT.addInstead, does: 'addresses' };
  if (reactionTo(code) === 'stop') return { label: BANNER_TEXT.connectAgain, does: 'connect' };
  return { label: isRefreshing ? BANNER_TEXT.trying : BANNER_TEXT.tryNow, does: 'refresh' };
}

/** Names the chains that did not answer if they are only some of all chains; null when all chains are stale. */
function staleTitle(app: AppState, now: number): string | null {
  // Of a chain that is in doubt as a whole the banner of the doubt says more.
  const doubted = new Set(
    app.portfolio.doubts
      .filter(({ kind }) => kind === 'silent-chain' || kind === 'refused-chain')
      .map(({ chainIndex }) => chainIndex)
  );
  const late = app.portfolio.chains.filter(
    chain => chain.isStale && !chain.isTestnet && !doubted.has(chain.chainIndex)
  );
  const moments = late.flatMap(chain => (chain.takenAt === null ? [] : [chain.takenAt]));
  if (late.length === 0 || late.length === app.portfolio.chains.length || moments.length === 0) return null;
  const names =
    late.length > 3
      ? BANNER_TEXT.chains(late.length)
      : COMMON_TEXT.list(late.map(({ name }) => localChainName(name)));
  return BANNER_TEXT.notAnswered(names, late.length, momentText(Math.min(...moments), now));
}

function failureBanner(app: AppState, failure: WalletFailure, now: number): Banner {
  const isFailing = headlineOf(app, now) === 'failing';
  const late = isFailing ? null : staleTitle(app, now);
  const [first, rest] = splitSentences(failureSentence(failure));
  const { wallets } = app.portfolio;
  const failing = wallets.filter(row => row.failure?.code === failure.code);
  const failingWallet = failing.length < wallets.length && failing[0];
  const title = late ?? (failingWallet ? COMMON_TEXT.labelled(failingWallet.wallet.name, first) : first);
  const next = nextTryText(failure.code, app.polling.nextAt, now);
  return {
    dismissId: null,
    tone: isFailing ? 'err' : 'warn',
    icon: isFailing ? 'stop' : 'clock',
    title,
    text: [...(late ? [first] : []), rest, next].filter(Boolean).join(BANNER_TEXT.sentenceSeparator),
    action: actionFor(failure.code, app.polling.isRefreshing)
  };
}

/** What an issue means and what to do; a damaged file is named. */
function issueText({
  code,
  file,
  found = 0,
  known = 0,
  internalErrorId = '',
  desktop = '',
  keys = ''
}: Issue): string {
  const name = file ?? '';
  if (code === 'session-key-gone') return BANNER_TEXT.sessionHint;
  if (code === 'cannot-save') return BANNER_TEXT.saveHint(name);
  if (code === 'file-newer') return BANNER_TEXT.newerHint(name, found, known);
  if (code === 'file-unreadable') return BANNER_TEXT.unreadableHint(name);
  if (code === 'bug') return BANNER_TEXT.internalErrorHint(internalErrorId);
  if (code === 'update-found') return BANNER_TEXT.updateHint(name);
  if (code === 'no-tray-host') return BANNER_TEXT.trayHint(desktop);
  if (code === 'shortcut-taken') return BANNER_TEXT.keysHint(keys);
  return code === 'notices-not-shown' ? BANNER_TEXT.notificationsHint : BANNER_TEXT.setAside(file);
}

function issueAction(code: Issue['code']): Banner['action'] {
  if (code === 'bug') return { label: BANNER_TEXT.diagnostics, does: 'diagnostics' };
  const isKey = code === 'session-key-gone' || code === 'settings-damaged';
  return isKey ? { label: BANNER_TEXT.newKey, does: 'connect' } : null;
}

function issueBanner(issue: Issue): Banner {
  const { code, file, internalErrorId, keys } = issue;
  const isKey = code === 'session-key-gone';
  return {
    dismissId: isKey ? null : `${code}/${file ?? internalErrorId ?? keys ?? ''}`,
    tone: code === 'update-found' ? 'plain' : 'warn',
    icon: code === 'update-found' ? 'info' : 'warning',
    title: BANNER_TEXT.issues[code],
    text: issueText(issue),
    action: issueAction(code)
  };
}

/** The banner for the worst issue that was not dismissed; null when there is nothing to show. */
export function bannerOf(app: AppState, now: number, dismissed: ReadonlySet<string>): Banner | null {
  const { failure, polling, issues } = app;
  const [issue] = issues
    .map(issueBanner)
    .filter(({ dismissId }) => dismissId === null || !dismissed.has(dismissId))
    .sort((a, b) => Number(b.action !== null) - Number(a.action !== null));
  if (issue?.action && failure?.code !== 'storage-failed') return issue;
  if (failure && !(isPaused(app, now) && reactionTo(failure.code) === 'back-off'))
    return failureBanner(app, failure, now);
  const late = isPaused(app, now) ? null : staleTitle(app, now);
  if (late) {
    const next = polling.nextAt === null ? [] : [BANNER_TEXT.nextTry(momentText(polling.nextAt, now))];
    const label = polling.isRefreshing ? BANNER_TEXT.trying : BANNER_TEXT.tryNow;
    const text = [BANNER_TEXT.stillCounted, ...next].join(BANNER_TEXT.sentenceSeparator);
    return {
      dismissId: null,
      tone: 'warn',
      icon: 'clock',
      title: late,
      text,
      action: { label, does: 'refresh' }
    };
  }
  // A pause is told by the badge, beside the button that ends it.
  return issue ?? null;
}
