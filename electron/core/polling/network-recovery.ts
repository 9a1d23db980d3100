// Network recovery: after network failures, checks for a changed network and then polls the failed wallets soon.
import type { FailureCode } from '../../../shared/domain/failure';
import type { Model } from '../state/model';

/** Between two looks, while something fails by the network; without that nobody looks. */
const CHECK_INTERVAL_MS = 15_000;
/** For the network to settle: names are found a moment after the address is there. */
const RETRY_DELAY_MS = 2000;

/** Another network may let through what this one does not. */
const NETWORK_FAILURES: readonly FailureCode[] = [
  ...(['offline', 'name-not-found', 'refused', 'unreachable', 'timeout', 'connection-lost'] as const),
  ...(['certificate-not-trusted', 'certificate-wrong-host', 'ca-file-unusable'] as const),
  ...(['proxy-unreachable', 'proxy-failed', 'proxy-wants-password', 'proxy-password-wrong'] as const),
  ...(['proxy-unusable', 'redirected', 'not-okx'] as const),
  ...(['address-not-allowed', 'address-blocked', 'region-blocked'] as const)
];

/** Wallets that the network keeps from being answered. */
function walletsWithoutNetwork({ snapshots, settings }: Model): readonly string[] {
  const pausedIds = settings.wallets.filter(({ isPaused }) => isPaused).map(({ id }) => id);
  return snapshots
    .filter(
      ({ walletId, failure }) =>
        failure && NETWORK_FAILURES.includes(failure.code) && !pausedIds.includes(walletId)
    )
    .map(({ walletId }) => walletId);
}

/** When to look next, ms from now; null: all is well, or nothing is polled for the time being. */
export function nextNetworkCheckInMs(model: Model, now: number): number | null {
  return model.settings.choices.pausedUntil <= now && walletsWithoutNetwork(model).length > 0
    ? CHECK_INTERVAL_MS
    : null;
}

/** The network is another one: what it kept from us is due soon; everything else stays as planned. */
export function retrySoon(model: Model, now: number): Model {
  const retryAt = now + RETRY_DELAY_MS;
  const ids = walletsWithoutNetwork(model);
  const pollSchedules = Object.entries(model.pollSchedules).map(([id, pollSchedule]) => {
    const isLate = ids.includes(id) && pollSchedule.dueAt !== null && pollSchedule.dueAt > retryAt;
    return [id, isLate ? { ...pollSchedule, dueAt: retryAt } : pollSchedule] as const;
  });
  return ids.length === 0 ? model : { ...model, pollSchedules: Object.fromEntries(pollSchedules) };
}
