// After a failure of the network: whether it returned or changed is looked at now and then, and what failed is asked again soon.
import type { FailureCode } from '../../../shared/domain/failure';
import type { Model } from '../state/model';

/** Between two looks, while something fails by the network; without that nobody looks. */
const LOOK_MS = 15_000;
/** For the network to settle: names are found a moment after the address is there. */
const SOON_MS = 2000;

/** Another network may let through what this one does not. */
const BY_NETWORK: readonly FailureCode[] = [
  ...(['offline', 'name-not-found', 'refused', 'unreachable', 'timeout', 'connection-lost'] as const),
  ...(['certificate-not-trusted', 'certificate-wrong-host', 'ca-file-unusable'] as const),
  ...(['proxy-unreachable', 'proxy-failed', 'proxy-wants-password', 'proxy-password-wrong'] as const),
  ...(['proxy-unusable', 'redirected', 'not-okx'] as const),
  ...(['address-not-allowed', 'address-blocked', 'region-blocked'] as const)
];

/** Wallets that the network keeps from being answered. */
function cutOff({ snapshots, settings }: Model): readonly string[] {
  const left = settings.wallets.filter(({ isPaused }) => isPaused).map(({ id }) => id);
  return snapshots
    .filter(
      ({ walletId, failure }) => failure && BY_NETWORK.includes(failure.code) && !left.includes(walletId)
    )
    .map(({ walletId }) => walletId);
}

/** When to look next, ms from now; null: all is well, or nothing is polled for the time being. */
export function nextLookIn(model: Model, now: number): number | null {
  return model.settings.choices.pausedUntil <= now && cutOff(model).length > 0 ? LOOK_MS : null;
}

/** The network is another one: what it kept from us is due soon; everything else stays as planned. */
export function hurried(model: Model, now: number): Model {
  const soon = now + SOON_MS;
  const ids = cutOff(model);
  const runs = Object.entries(model.runs).map(([id, run]) => {
    const isLate = ids.includes(id) && run.dueAt !== null && run.dueAt > soon;
    return [id, isLate ? { ...run, dueAt: soon } : run] as const;
  });
  return ids.length === 0 ? model : { ...model, runs: Object.fromEntries(runs) };
}
