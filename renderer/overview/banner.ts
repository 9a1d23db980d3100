// The one notice above the page, worst first: what happened, what it means for the number, what can be done.
import { MENDED_BY_NEW_KEY, reactionTo, type FailureCode } from '../../shared/domain/failure';
import { failureSentence, nextTryText } from '../../shared/text/failure-text';
import { headlineOf, isPaused, pauseText } from '../../shared/text/headline';
import type { WalletFailure } from '../../shared/schema/snapshot';
import type { AppState } from '../../shared/schema/app-state';
import type { Issue } from '../../shared/schema/issue';
import { momentText } from '../../shared/text/time';
import type { IconName } from '../ui/display/icons';
import { BANNER } from '../text/banners';

export interface Banner {
  /** For remembering that it was dismissed; null: it stays while it is true. */
  readonly dismissId: string | null;
  readonly tone: 'plain' | 'warn' | 'err';
  readonly icon: IconName;
  readonly title: string;
  readonly text: string;
  readonly act: {
    readonly label: string;
    readonly does: 'connect' | 'addresses' | 'refresh' | 'resume' | 'diagnostics';
  } | null;
}

/** Failures of a key itself, which every wallet of it shares. */
/** The first sentence and the rest. */
function split(sentences: string): [string, string] {
  const end = sentences.indexOf(BANNER.sentenceEnd);
  return end < 0 ? [sentences, ''] : [sentences.slice(0, end + 1), sentences.slice(end + 1).trim()];
}

function actFor(code: FailureCode, isRefreshing: boolean): Banner['act'] {
  if (MENDED_BY_NEW_KEY.has(code)) return { label: BANNER.newKey, does: 'connect' };
  if (code === 'source-retired') return { label: BANNER.addInstead, does: 'addresses' };
  if (reactionTo(code) === 'stop') return { label: BANNER.connectAgain, does: 'connect' };
  return { label: isRefreshing ? BANNER.trying : BANNER.tryNow, does: 'refresh' };
}

/** Names what did not answer when that is a part of the whole; null when it is everything. */
function lateTitle(app: AppState, now: number): string | null {
  const late = app.portfolio.chains.filter(chain => chain.isStale && !chain.isTestnet);
  const moments = late.flatMap(chain => (chain.takenAt === null ? [] : [chain.takenAt]));
  if (late.length === 0 || late.length === app.portfolio.chains.length || moments.length === 0) return null;
  const names =
    late.length > 3 ? BANNER.chains(late.length) : late.map(chain => chain.name).join(BANNER.namesApart);
  return BANNER.notAnswered(names, late.length, momentText(Math.min(...moments), now));
}

function failureBanner(app: AppState, failure: WalletFailure, now: number): Banner {
  const isFailing = headlineOf(app, now) === 'failing';
  const late = isFailing ? null : lateTitle(app, now);
  const [first, rest] = split(failureSentence(failure));
  const { wallets } = app.portfolio;
  const failing = wallets.filter(row => row.failure?.code === failure.code);
  const culprit = failing.length < wallets.length && failing[0];
  const title = late ?? (culprit ? BANNER.named(culprit.wallet.name, first) : first);
  const next = nextTryText(failure.code, app.polling.nextAt, now);
  return {
    dismissId: null,
    tone: isFailing ? 'err' : 'warn',
    icon: isFailing ? 'stop' : 'clock',
    title,
    text: [...(late ? [first] : []), rest, next].filter(Boolean).join(BANNER.sentencesApart),
    act: actFor(failure.code, app.polling.isRefreshing)
  };
}

/** What it means and what to do; what was damaged is named by its file. */
function troubleText({
  code,
  file,
  found = 0,
  known = 0,
  internalErrorId: bugId = '',
  desktop = '',
  keys = ''
}: Issue): string {
  const name = file ?? '';
  if (code === 'session-key-gone') return BANNER.sessionHint;
  if (code === 'cannot-save') return BANNER.saveHint(name);
  if (code === 'file-newer') return BANNER.newerHint(name, found, known);
  if (code === 'file-unreadable') return BANNER.unreadableHint(name);
  if (code === 'bug') return BANNER.bugHint(bugId);
  if (code === 'update-found') return BANNER.updateHint(name);
  if (code === 'no-tray-host') return BANNER.trayHint(desktop);
  if (code === 'shortcut-taken') return BANNER.keysHint(keys);
  return code === 'notices-not-shown' ? BANNER.noticesHint : BANNER.setAside(file);
}

function troubleAct(code: Issue['code']): Banner['act'] {
  if (code === 'bug') return { label: BANNER.diagnostics, does: 'diagnostics' };
  const isKey = code === 'session-key-gone' || code === 'settings-damaged';
  return isKey ? { label: BANNER.newKey, does: 'connect' } : null;
}

function troubleBanner(trouble: Issue): Banner {
  const { code, file, internalErrorId: bugId, keys } = trouble;
  const isKey = code === 'session-key-gone';
  return {
    dismissId: isKey ? null : `${code}/${file ?? bugId ?? keys ?? ''}`,
    tone: code === 'update-found' ? 'plain' : 'warn',
    icon: code === 'update-found' ? 'info' : 'warning',
    title: BANNER.troubles[code],
    text: troubleText(trouble),
    act: troubleAct(code)
  };
}

/** The worst of what there is to say, without what was dismissed; null when all is well. */
export function bannerOf(app: AppState, now: number, dismissed: ReadonlySet<string>): Banner | null {
  const { failure, polling, issues: troubles } = app;
  const [trouble] = troubles
    .map(troubleBanner)
    .filter(({ dismissId }) => dismissId === null || !dismissed.has(dismissId))
    .sort((a, b) => Number(b.act !== null) - Number(a.act !== null));
  if (trouble?.act && failure?.code !== 'storage-failed') return trouble;
  if (failure && !(isPaused(app, now) && reactionTo(failure.code) === 'back-off'))
    return failureBanner(app, failure, now);
  const late = isPaused(app, now) ? null : lateTitle(app, now);
  if (late) {
    const next = polling.nextAt === null ? [] : [BANNER.nextTry(momentText(polling.nextAt, now))];
    const label = polling.isRefreshing ? BANNER.trying : BANNER.tryNow;
    const text = [BANNER.stillCounted, ...next].join(BANNER.sentencesApart);
    return {
      dismissId: null,
      tone: 'warn',
      icon: 'clock',
      title: late,
      text,
      act: { label, does: 'refresh' }
    };
  }
  if (trouble) return trouble;
  if (!isPaused(app, now)) return null;
  const title = pauseText(polling.pausedUntil, now) + BANNER.sentenceEnd.trim();
  const act = { label: BANNER.resume, does: 'resume' } as const;
  return { dismissId: null, tone: 'plain', icon: 'pause', title, text: '', act };
}
