// Network recovery: after network failures, checks for a changed network and then polls the failed wallets soon.
import type { FailureCode } from '../../../shared/domain/failure';
import type { Model } from '../state/model';

/** The time between two checks while a wallet fails because of the network; otherwise there are no checks. */
const CHECK_INTERVAL_MS = 15_000;
/** Time for the network to settle: host names are found a moment after the address is there. */
const RETRY_DELAY_MS = 2000;

/** Failures that another network may not have. */
const NETWORK_FAILURES: readonly FailureCode[] = [
  ...(['offline', 'name-not-found', 'refused', 'unreachable', 'timeout', 'connection-lost'] as const),
  ...(['certificate-not-trusted', 'certificate-wrong-host', 'ca-file-unusable'] as const),
  ...(['proxy-unreachable', 'proxy-failed', 'proxy-wants-password', 'proxy-password-wrong'] as const),
  ...(['proxy-unusable', 'redirected', 'not-okx'] as const),
  ...(['address-not-allowed', 'address-blocked', 'region-blocked'] as const)
];

/** The ids of the wallets that are not answered because of the network. */
function walletsWithoutNetwork({ snapshots, settings }: Model): readonly string[] {
  const pausedIds = settings.wallets.filter(({ isPaused }) => isPaused).map(({ id }) => id);
  return snapshots
    .filter(
      ({ walletId, failure }) =>
        failure && NETWORK_FAILURES.includes(failure.code) && !pausedIds.includes(walletId)
    )
    .map(({ walletId }) => walletId);
}

/** The time to the next check, ms from now; null: no network failure, or polling is paused. */
export function nextNetworkCheckInMs(model: Model, now: number): number | null {
  return model.settings.choices.pausedUntil <= now && walletsWithoutNetwork(model).length > 0
    ? CHECK_INTERVAL_MS
    : null;
}

/** After a network change: wallets that failed because of the network are due soon; all others stay as planned. */
export function retrySoon(model: Model, now: number): Model {
  const retryAt = now + RETRY_DELAY_MS;
  const ids = walletsWithoutNetwork(model);
  const pollSchedules = Object.entries(model.pollSchedules).map(([id, pollSchedule]) => {
    const isLate = ids.includes(id) && pollSchedule.dueAt !== null && pollSchedule.dueAt > retryAt;
    return [id, isLate ? { ...pollSchedule, dueAt: retryAt } : pollSchedule] as const;
  });
  return ids.length === 0 ? model : { ...model, pollSchedules: Object.fromEntries(pollSchedules) };
}
