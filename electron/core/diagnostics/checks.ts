// Runs the checks of the Diagnostics page.
// No text of a check holds an address, an amount or a secret.
import type { Diagnostics } from '../../../shared/schema/diagnostics';
import { asFailure, reactionTo } from '../../../shared/domain/failure';
import { failureBrief, failureSentence } from '../../../shared/text/failure-text';
import { clockText, durationText } from '../../../shared/text/time';
import type { Engine } from '../engine/engine';
import type { NetworkFacts } from '../ports/network-facts';
import { currentIntervalMs } from '../polling/scheduler';
import { desktopChecks, withNotificationServer, type SurveyResult } from './desktop-checks';
import { caFileChecks, hostChecks, proxyCheck } from './network-checks';
import { CHECK_TEXT } from './check-text';

type Check = Diagnostics['checks'][number];

export interface DiagnosticsContext {
  readonly version: string;
  readonly electron: string;
  readonly system: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Facts about the network from the last requests. */
  readonly network?: NetworkFacts;
  /** The result of the last notification; null while none was shown. */
  readonly lastNotification: 'shown' | 'failed' | 'unknown' | null;
  readonly desktop: SurveyResult;
}

export async function diagnose(engine: Engine, context: DiagnosticsContext): Promise<Diagnostics> {
  const failures = engine.model.snapshots
    .map(snapshot => snapshot.failure)
    .filter(failure => failure !== null);
  return {
    version: context.version,
    electron: context.electron,
    system: context.system,
    checks: [
      ...(await keyChecks(engine)),
      ...clockChecks(engine),
      ...hostChecks(engine, context.network),
      proxyCheck(context.env, context.network),
      ...caFileChecks(context.network),
      budgetCheck(engine),
      ...pastPriceChecks(engine),
      ...desktopChecks(context.desktop),
      withNotificationServer(notificationCheck(context.lastNotification), context.desktop),
      filesCheck(engine)
    ],
    lastFailures: failures.map(({ at, code, serviceCode }) => ({ at, code, serviceCode }))
  };
}

async function keyChecks(engine: Engine): Promise<Check[]> {
  const { keys } = engine.model.settings;
  if (keys.length === 0) return [{ id: 'key', state: 'unknown', text: CHECK_TEXT.noKey }];
  return await Promise.all(
    keys.map(async ({ id, name, keptIn }): Promise<Check> => {
      const location = keptIn === 'session' ? CHECK_TEXT.memory : CHECK_TEXT.keychain;
      try {
        await engine.world.keychain.read(id);
      } catch (thrown) {
        const { code } = asFailure(thrown);
        return {
          id: 'keychain',
          state: 'bad',
          text: failureSentence({ code, host: null, clockOffsetMs: null })
        };
      }
      const failure = engine.model.snapshots.find(
        snapshot =>
          snapshot.failure &&
          reactionTo(snapshot.failure.code) === 'stop' &&
          isOfKey(engine, snapshot.walletId, id)
      )?.failure;
      if (failure)
        return { id: 'key', state: 'bad', text: CHECK_TEXT.fails(name, failureBrief(failure.code)) };
      return { id: 'key', state: 'good', text: CHECK_TEXT.storedIn(name, location) };
    })
  );
}

function isOfKey(engine: Engine, walletId: string, keyId: string): boolean {
  return engine.model.settings.wallets.some(wallet => wallet.id === walletId && wallet.keyId === keyId);
}

function clockChecks({ model }: Engine): Check[] {
  const offsets = Object.values(model.clockOffsets);
  const largest = offsets.sort((a, b) => Math.abs(b) - Math.abs(a))[0];
  if (largest === undefined) return [{ id: 'clock', state: 'unknown', text: CHECK_TEXT.clockLater }];
  if (largest === 0) return [{ id: 'clock', state: 'good', text: CHECK_TEXT.clockGood }];
  return [{ id: 'clock', state: 'warn', text: CHECK_TEXT.clockOff(clockText(largest)) }];
}

function budgetCheck(engine: Engine): Check {
  const { wallets, choices } = engine.model.settings;
  const requests = wallets.length * (choices.countDefi ? 2 : 1);
  const interval = durationText(currentIntervalMs(engine.model, engine.world, requests));
  return {
    id: 'budget',
    state: 'good',
    text: CHECK_TEXT.budget(interval)
  };
}

/** Balances do not need them, so only a refusal is told. */
function pastPriceChecks({ model }: Engine): Check[] {
  const isRefused = model.pastPrices.isRefused && model.settings.choices.pastPrices;
  return isRefused ? [{ id: 'past-prices', state: 'warn', text: CHECK_TEXT.pastPricesRefused }] : [];
}

function notificationCheck(last: DiagnosticsContext['lastNotification']): Check {
  const id = 'notifications';
  if (last === null) return { id, state: 'unknown', text: CHECK_TEXT.noNotification };
  const results = {
    shown: { state: 'good', text: CHECK_TEXT.notificationShown },
    unknown: {
      state: 'warn',
      text: CHECK_TEXT.notificationUnknown
    },
    failed: {
      state: 'bad',
      text: CHECK_TEXT.notificationFailed
    }
  } as const;
  return { id, ...results[last] };
}

function filesCheck({ model }: Engine): Check {
  const codes = model.issues
    .map(({ code }) => code)
    .filter(code => code.endsWith('-damaged') || code === 'cannot-save');
  if (codes.includes('cannot-save')) return { id: 'files', state: 'bad', text: CHECK_TEXT.cannotSave };
  const untouched = model.issues.flatMap(({ code, file }) =>
    code === 'file-newer' || code === 'file-unreadable' ? (file ?? []) : []
  );
  if (untouched.length > 0)
    return { id: 'files', state: 'bad', text: CHECK_TEXT.untouched(untouched.join(', ')) };
  if (codes.length > 0) return { id: 'files', state: 'warn', text: CHECK_TEXT.setAside };
  return { id: 'files', state: 'good', text: CHECK_TEXT.filesGood };
}
