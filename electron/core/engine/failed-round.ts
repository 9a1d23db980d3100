// A round that broke off within us: its wallets back off, the log gets the fault, and the person its ID.
import { Failure, bugIdOf } from '../../../shared/domain/failure';
import type { Wallet } from '../../../shared/schema/wallet';
import type { Model, Booking } from '../state/model';
import { postponed } from '../polling/scheduler';
import { isRefused, withBug } from '../state/issues';
import type { World } from '../ports/world';

export function brokenOff(asked: readonly Wallet[], bug: unknown, world: World): Booking {
  world.log('error', `a round broke off [bug ${bugIdOf(bug)}]`, bug);
  return model => withBug(postponed(model, asked, world), bug);
}

/** `next` in place of `model`. Throws storage-failed for wallets that would be polled while the settings are left alone. */
export function adopted(model: Model, next: Model): Model {
  if (isRefused(model) && next.settings.wallets.length > 0) throw new Failure('storage-failed');
  return next;
}
