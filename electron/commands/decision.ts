// Decides a doubt, or about tokens that need the person's OK, saves that, and says in a sentence what was done.
import { asFailure } from '../../shared/domain/failure';
import type { DoubtRow } from '../../shared/schema/app-state';
import { failureSentence } from '../../shared/text/failure-text';
import type { Deed } from '../cli/commands';
import { adoptVerdicts, decideDoubtNow } from '../core/engine/decisions';
import type { Engine } from '../core/engine/engine';
import { findDecisionTarget } from '../core/report/decision-target';
import type { AskedHolding } from '../core/report/doubts';
import { modelPortfolio } from '../core/state/app-state';
import { isAboutWriting, isRefused } from '../core/state/issues';
import { excludeHoldings, includeHoldings } from '../core/state/decide-doubts';
import type { DecisionAnswer } from './running-app';

/** `id`: what was typed, untrusted. */
export interface Decision {
  readonly deed: Deed;
  readonly id: string;
}

const FILES = ['config.json', 'snapshot.json'];
const REFUSED = 'The settings cannot be used. Nothing was changed.';
const UNSAVED = 'The decision applies now, but it could not be saved.';

export async function decideAndSave(engine: Engine, decision: Decision): Promise<DecisionAnswer> {
  const { model, world } = engine;
  if (isRefused(model)) return { exitCode: 1, text: REFUSED };
  const target = findDecisionTarget(decision.id, modelPortfolio(model, world.chains, world.clock.now()));
  if ('problem' in target) return { exitCode: 1, text: target.problem };
  let text: string;
  try {
    text =
      'tokens' in target
        ? await decideTokens(engine, decision, target.tokens)
        : await decide(engine, decision, target.doubt);
  } catch (thrown) {
    const { code } = asFailure(thrown);
    return { exitCode: 1, text: failureSentence({ code, host: null, clockOffsetMs: null }) };
  }
  const isUnsaved = engine.model.issues.some(issue => FILES.some(file => isAboutWriting(issue, file)));
  return isUnsaved ? { exitCode: 1, text: UNSAVED } : { exitCode: 0, text };
}

async function decideTokens(
  engine: Engine,
  { deed }: Decision,
  tokens: readonly AskedHolding[]
): Promise<string> {
  const { model, world } = engine;
  const ids = tokens.map(({ row }) => row.id);
  const next =
    deed === 'accept' ? includeHoldings(model, ids, world.clock.now()) : excludeHoldings(model, ids);
  await adoptVerdicts(engine, next);
  const names = namesOf(tokens);
  return deed === 'accept' ? `Included: ${names}.` : `Excluded: ${names}.`;
}

async function decide(engine: Engine, { deed }: Decision, doubt: DoubtRow): Promise<string> {
  await decideDoubtNow(engine, doubt.id, deed);
  return `${deed === 'accept' ? 'Accepted' : 'Excluded'}: ${doubt.symbols.join(', ')}.`;
}

function namesOf(tokens: readonly AskedHolding[]): string {
  const [only] = tokens;
  return tokens.length === 1 && only ? only.row.symbol : `${tokens.length} tokens`;
}
