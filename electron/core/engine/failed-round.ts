// Failed round: logs an internal error that ended a round, backs off its wallets and adds an issue with the error ID.
// Of a look, which has polls after it, the error is logged and shown only.
import { internalErrorIdOf } from '../../../shared/domain/failure';
import type { Wallet } from '../../../shared/schema/wallet';
import { backOffWallets } from '../polling/scheduler';
import type { World } from '../ports/world';
import { withInternalError } from '../state/issues';
import type { ModelUpdate } from '../state/model';

export function failedRoundUpdate(
  wallets: readonly Wallet[],
  internalError: unknown,
  world: World
): ModelUpdate {
  world.log('error', `a round broke off [bug ${internalErrorIdOf(internalError)}]`, internalError);
  return model => withInternalError(backOffWallets(model, wallets, world), internalError);
}

export function failedLookUpdate(internalError: unknown, world: World): ModelUpdate {
  world.log('error', `a look broke off [bug ${internalErrorIdOf(internalError)}]`, internalError);
  return model => withInternalError(model, internalError);
}
