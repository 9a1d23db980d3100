// Decisions of the person about doubts and tokens that wait: carried out, entered in the activity, and saved.
import { tokenOf, tokenOfId } from '../../../shared/domain/holding-id';
import type { VerificationMemory } from '../../../shared/schema/verification';
import { namesOf } from '../alerts/alert-event';
import { withoutPriceMark } from '../alerts/alert-memory';
import { recordAlerts } from '../notifications/record-alerts';
import { decideVerified } from '../notifications/round-notification';
import { countingRuleOf } from '../portfolio/counting-rule';
import { decidedEventOf, decideDoubt, type DoubtDeed } from '../state/decide-doubts';
import type { Model } from '../state/model';
import type { Engine } from './engine';

/** Ends the doubt as the person decides, with its entry. False: there is no such doubt any more. Throws Failure. */
export async function decideDoubtNow(engine: Engine, doubtId: string, deed: DoubtDeed): Promise<boolean> {
  const { model, world } = engine;
  const now = world.clock.now();
  const event = decidedEventOf(model, doubtId);
  if (!event) return false;
  const decided = decideDoubt(model, doubtId, deed, now);
  const after = deed === 'accept' ? withKnownPrices(decided, doubtId, model.verification) : decided;
  const names = namesOf(after.settings, countingRuleOf(after.settings, world.chains).chains);
  const decision = decideVerified(model, after, [event], names, world);
  const { model: next, entries } = recordAlerts(after, decision, now);
  await engine.adopt(next);
  await engine.save({ point: null, entries });
  return true;
}

/** A person who accepts a price knows it: no notification is sent about the move to it. */
function withKnownPrices(model: Model, doubtId: string, { doubted }: VerificationMemory): Model {
  const tokens = Object.entries(doubted)
    .filter(([, record]) => record.doubtId === doubtId && record.holds.includes('price'))
    .map(([id]) => tokenOf(tokenOfId(id)));
  return { ...model, alerts: tokens.reduce(withoutPriceMark, model.alerts) };
}

/** Adopts and saves a model with other verdicts: they are in the settings, what they did is in the snapshot. */
export async function adoptVerdicts(engine: Engine, next: Model): Promise<void> {
  await engine.adopt(next);
  await engine.save();
}
