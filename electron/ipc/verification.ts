// Handles the window's calls about what is believed: decides doubts, gives verdicts and takes them back, reads evidence.
import type { Request } from '../../shared/ipc/contract';
import { adoptVerdicts, decideDoubtNow } from '../core/engine/decisions';
import type { Engine } from '../core/engine/engine';
import { excludeHoldings, includeHoldings, withVerdicts } from '../core/state/decide-doubts';
import { evidenceOf } from '../core/state/evidence';
import type { Model } from '../core/state/model';
import { beforeVerdicts, withoutVerdicts, type BeforeVerdicts } from '../core/state/take-back-verdicts';
import type { CallContext, Calls } from './call-types';

export function handlers({ engine }: CallContext) {
  /** Of the last verdict on many holdings. */
  let before: BeforeVerdicts | null = null;
  return {
    'doubts:decide': async ({ id, deed }) => ({ done: await decideDoubtNow(engine, id, deed) }),
    'holding:judge': ({ holdingId, verdict }) => judge(engine, [holdingId], verdict),
    'holdings:judge': async ({ holdingIds, verdict }) => {
      before = beforeVerdicts(engine.model, holdingIds);
      return judge(engine, holdingIds, verdict);
    },
    'holdings:undo': async () => {
      if (!before) return { done: false };
      const given = before;
      before = null;
      await adoptVerdicts(engine, withoutVerdicts(engine.model, given));
      return { done: true };
    },
    'evidence:read': ({ holdingId }) =>
      Promise.resolve({ evidence: evidenceOf(engine.model, engine.world.chains, holdingId) })
  } satisfies Partial<Calls>;
}

/** A verdict is saved with the settings; what it brings into the count, with the snapshot. */
async function judge(
  engine: Engine,
  ids: readonly string[],
  verdict: Request<'holding:judge'>['verdict']
): Promise<{ done: boolean }> {
  if (verdict === 'count') await endRiskFlags(engine, ids);
  const { model, world } = engine;
  const next = {
    count: () => includeHoldings(model, ids, world.clock.now()),
    'keep-out': () => excludeHoldings(model, ids),
    none: () => withVerdicts(model, ids, null)
  }[verdict]();
  await adoptVerdicts(engine, next);
  return { done: true };
}

/** Who includes all that OKX calls risky now needs no second answer about it: it counts, whatever OKX calls it. */
async function endRiskFlags(engine: Engine, ids: readonly string[]): Promise<void> {
  for (const doubtId of riskFlagsWithin(engine.model, new Set(ids)))
    await decideDoubtNow(engine, doubtId, 'accept');
}

function riskFlagsWithin({ verification }: Model, ids: ReadonlySet<string>): string[] {
  const records = Object.entries(verification.doubted);
  return Object.keys(verification.doubts).filter(doubtId => {
    const own = records.filter(([, record]) => record.doubtId === doubtId);
    return own.length > 0 && own.every(([id, { kind }]) => kind === 'risk-flag' && ids.has(id));
  });
}
