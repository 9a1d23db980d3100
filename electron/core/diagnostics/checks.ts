// The checks of the Diagnostics page. The text of none holds an address, an amount or a secret.
import type { Diagnostics } from '../../../shared/schema/diagnostics';
import { asFailure, reactionTo } from '../../../shared/domain/failure';
import { failureBrief, failureSentence } from '../../../shared/text/failure-text';
import { clockText, durationText } from '../../../shared/text/time';
import type { Engine } from '../engine/engine';
import type { NetworkFacts } from '../ports/network-facts';
import { currentIntervalMs } from '../polling/scheduler';
import { desktopChecks, withServer, type Surveyed } from './desktop-checks';
import { caFileChecks, hostChecks, proxyCheck } from './network-checks';
import { CHECKS } from './check-text';

type Check = Diagnostics['checks'][number];

export interface Surrounds {
  readonly version: string;
  readonly electron: string;
  readonly system: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What was seen of the network on the last requests. */
  readonly network?: NetworkFacts;
  /** What became of the last notification; null while none was shown. */
  readonly lastNotification: 'shown' | 'failed' | 'unknown' | null;
  readonly desktop: Surveyed;
}

export async function diagnose(app: Engine, around: Surrounds): Promise<Diagnostics> {
  const notes = app.model.snapshots.map(snapshot => snapshot.failure).filter(note => note !== null);
  return {
    version: around.version,
    electron: around.electron,
    system: around.system,
    checks: [
      ...(await keyChecks(app)),
      ...clockChecks(app),
      ...hostChecks(app, around.network),
      proxyCheck(around.env, around.network),
      ...caFileChecks(around.network),
      budgetCheck(app),
      ...desktopChecks(around.desktop),
      withServer(notificationCheck(around.lastNotification), around.desktop),
      filesCheck(app)
    ],
    lastFailures: notes.map(({ at, code, serviceCode }) => ({ at, code, serviceCode }))
  };
}

async function keyChecks(app: Engine): Promise<Check[]> {
  const { keys } = app.model.settings;
  if (keys.length === 0) return [{ id: 'key', state: 'unknown', text: CHECKS.noKey }];
  return await Promise.all(
    keys.map(async ({ id, name, keptIn }): Promise<Check> => {
      const place = keptIn === 'session' ? CHECKS.memory : CHECKS.keychain;
      try {
        await app.world.keychain.read(id);
      } catch (thrown) {
        const { code } = asFailure(thrown);
        return {
          id: 'keychain',
          state: 'bad',
          text: failureSentence({ code, host: null, clockOffsetMs: null })
        };
      }
      const failure = app.model.snapshots.find(
        snapshot =>
          snapshot.failure &&
          reactionTo(snapshot.failure.code) === 'stop' &&
          isOfKey(app, snapshot.walletId, id)
      )?.failure;
      if (failure) return { id: 'key', state: 'bad', text: CHECKS.fails(name, failureBrief(failure.code)) };
      return { id: 'key', state: 'good', text: CHECKS.keptIn(name, place) };
    })
  );
}

function isOfKey(app: Engine, walletId: string, keyId: string): boolean {
  return app.model.settings.wallets.some(wallet => wallet.id === walletId && wallet.keyId === keyId);
}

function clockChecks({ model }: Engine): Check[] {
  const offsets = Object.values(model.clockOffsets);
  const worst = offsets.sort((a, b) => Math.abs(b) - Math.abs(a))[0];
  if (worst === undefined) return [{ id: 'clock', state: 'unknown', text: CHECKS.clockLater }];
  if (worst === 0) return [{ id: 'clock', state: 'good', text: CHECKS.clockGood }];
  return [{ id: 'clock', state: 'warn', text: CHECKS.clockOff(clockText(worst)) }];
}

function budgetCheck(app: Engine): Check {
  const { wallets, choices } = app.model.settings;
  const requests = wallets.length * (choices.countDefi ? 2 : 1);
  const interval = durationText(currentIntervalMs(app.model, app.world, requests));
  return {
    id: 'budget',
    state: 'good',
    text: CHECKS.budget(interval)
  };
}

function notificationCheck(last: Surrounds['lastNotification']): Check {
  const id = 'notifications';
  if (last === null) return { id, state: 'unknown', text: CHECKS.noNotice };
  const found = {
    shown: { state: 'good', text: CHECKS.noticeShown },
    unknown: {
      state: 'warn',
      text: CHECKS.noticeUnknown
    },
    failed: {
      state: 'bad',
      text: CHECKS.noticeFailed
    }
  } as const;
  return { id, ...found[last] };
}

function filesCheck({ model }: Engine): Check {
  const codes = model.issues
    .map(({ code }) => code)
    .filter(code => code.endsWith('-damaged') || code === 'cannot-save');
  if (codes.includes('cannot-save')) return { id: 'files', state: 'bad', text: CHECKS.cannotSave };
  const leftAlone = model.issues.flatMap(({ code, file }) =>
    code === 'file-newer' || code === 'file-unreadable' ? (file ?? []) : []
  );
  if (leftAlone.length > 0)
    return { id: 'files', state: 'bad', text: CHECKS.leftAlone(leftAlone.join(', ')) };
  if (codes.length > 0) return { id: 'files', state: 'warn', text: CHECKS.setAside };
  return { id: 'files', state: 'good', text: CHECKS.filesGood };
}
