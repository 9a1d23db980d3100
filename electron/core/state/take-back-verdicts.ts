// Takes back verdicts on many holdings: verdicts, the question and the past of their tokens are as before.
// Polls may have come in between: what they said of the holdings stays known, and needs the OK again.
import { tokenOf } from '../../../shared/domain/holding-id';
import type { Holding } from '../../../shared/schema/holding';
import type { Verdict } from '../../../shared/schema/settings';
import type { Statement, TokenPast } from '../../../shared/schema/verification';
import { statementOf } from '../doubts/statement';
import type { Model } from './model';

/** What was known of a holding before its verdict. */
interface BeforeVerdict {
  readonly holding: Holding;
  readonly verdict: Verdict | undefined;
  readonly waiting: Statement | undefined;
  readonly isAsked: boolean;
  readonly past: TokenPast | undefined;
}

export type BeforeVerdicts = ReadonlyMap<string, BeforeVerdict>;

export function beforeVerdicts(model: Model, ids: readonly string[]): BeforeVerdicts {
  const { settings, verification, snapshots } = model;
  const wanted = new Set(ids);
  const asked = new Set(verification.asked);
  const holdings = snapshots.flatMap(snapshot => snapshot.holdings).filter(({ id }) => wanted.has(id));
  return new Map(
    holdings.map(holding => [
      holding.id,
      {
        holding,
        verdict: settings.verdicts?.[holding.id],
        waiting: verification.waiting[holding.id],
        isAsked: asked.has(holding.id),
        past: verification.tokens[tokenOf(holding)]
      }
    ])
  );
}

export function withoutVerdicts(model: Model, before: BeforeVerdicts): Model {
  const { settings } = model;
  const verdicts = { ...settings.verdicts };
  const waiting = { ...model.verification.waiting };
  const tokens = { ...model.verification.tokens };
  const asked = new Set(model.verification.asked);
  const snapshots = model.snapshots.map(snapshot => {
    if (!snapshot.holdings.some(({ id }) => before.has(id))) return snapshot;
    const holdings = snapshot.holdings.map(holding => {
      const known = before.get(holding.id);
      if (!known) return holding;
      const isIncluded = verdicts[holding.id] === 'count';
      if (known.verdict) verdicts[holding.id] = known.verdict;
      else delete verdicts[holding.id];
      if (known.isAsked) asked.add(holding.id);
      const token = tokenOf(holding);
      const past = tokens[token];
      if (past) tokens[token] = withoutInclusion(past, known.past);
      if (!known.waiting) return known.holding.isUnverified ? { ...holding, isUnverified: true } : holding;
      // What was included counts as the last answer said it.
      waiting[holding.id] = isIncluded ? statementOf(holding) : known.waiting;
      return known.holding;
    });
    return { ...snapshot, holdings };
  });
  const verification = { ...model.verification, waiting, tokens, asked: [...asked] };
  return { ...model, snapshots, verification, settings: { ...settings, verdicts } };
}

function withoutInclusion(
  { includedWorth: _, ...past }: TokenPast,
  before: TokenPast | undefined
): TokenPast {
  return {
    ...past,
    ...(before?.includedWorth === undefined ? {} : { includedWorth: before.includedWorth }),
    ...(before?.isUninvited === undefined ? {} : { isUninvited: before.isUninvited })
  };
}
