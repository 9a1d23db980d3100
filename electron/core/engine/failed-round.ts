// A round that broke off within us: its wallets back off, the log gets the fault, and the person its ID.
import { bugIdOf } from '../../../shared/domain/failure';
import type { Wallet } from '../../../shared/schema/wallet';
import { postponed } from '../polling/scheduler';
import type { World } from '../ports/world';
import { withBug } from '../state/issues';
import type { Booking } from '../state/model';

export function brokenOff(asked: readonly Wallet[], bug: unknown, world: World): Booking {
  world.log('error', `a round broke off [bug ${bugIdOf(bug)}]`, bug);
  return model => withBug(postponed(model, asked, world), bug);
}
