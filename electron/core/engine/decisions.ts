// Decisions of the person about doubts and tokens that wait: carried out, entered in the activity, and saved.
import { namesOf } from '../alerts/alert-event';
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
  const after = decideDoubt(model, doubtId, deed, now);
  const names = namesOf(after.settings, countingRuleOf(after.settings, world.chains).chains);
  const decision = decideVerified(model, after, [event], names, world);
  const { model: next, entries } = recordAlerts(after, decision, now);
  await engine.adopt(next);
  await engine.save({ point: null, entries });
  return true;
}

/** Adopts and saves a model with other verdicts: they are in the settings, what they did is in the snapshot. */
export async function adoptVerdicts(engine: Engine, next: Model): Promise<void> {
  await engine.adopt(next);
  await engine.save();
}
