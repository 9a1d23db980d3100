// Makes the facts about how a holding is known: the rule that counts it, and what OKX's answers said.
import { isZero, decimal } from '../../shared/domain/decimal';
import type { Evidence } from '../../shared/ipc/verification-calls';
import type { Statement } from '../../shared/schema/verification';
import { priceUsd } from '../../shared/text/money';
import { durationText, momentText } from '../../shared/text/time';
import { DEFI } from '../portfolio/names';
import { maskedAmount, maskedUsd } from '../portfolio/masked-amounts';
import { EVIDENCE_TEXT } from './evidence-text';

export interface EvidenceFact {
  readonly name: string;
  readonly text: string;
}

interface Shown {
  readonly chainIndex: string;
  readonly isHidden: boolean;
  /** ms. */
  readonly now: number;
}

/** "7.25 at $2,790.10", "not in it". */
function statementText({ balance, price, isRisky }: Statement, { chainIndex, isHidden }: Shown): string {
  if (isZero(decimal(balance))) return EVIDENCE_TEXT.none;
  const priceText = price === null ? EVIDENCE_TEXT.noPrice : priceUsd(price);
  const said =
    chainIndex === DEFI
      ? maskedUsd(balance, isHidden)
      : EVIDENCE_TEXT.at(maskedAmount(balance, isHidden), priceText);
  return isRisky ? `${said} · ${EVIDENCE_TEXT.risky}` : said;
}

function doubtFacts(doubt: NonNullable<Evidence['doubt']>, shown: Shown): EvidenceFact[] {
  const age = durationText(shown.now - doubt.answeredAt);
  const { answers, agreedMs, neededMs } = doubt;
  return [
    { name: EVIDENCE_TEXT.since, text: momentText(doubt.since, shown.now) },
    { name: EVIDENCE_TEXT.first, text: statementText(doubt.first, shown) },
    { name: EVIDENCE_TEXT.last, text: EVIDENCE_TEXT.ago(statementText(doubt.last, shown), age) },
    {
      name: EVIDENCE_TEXT.agreed,
      text: EVIDENCE_TEXT.agreement(answers, durationText(agreedMs), durationText(neededMs))
    }
  ];
}

export function evidenceFactsOf(evidence: Evidence, shown: Shown): EvidenceFact[] {
  const { ground, answeredAt, counted, cost, doubt, waiting } = evidence;
  const facts = [{ name: EVIDENCE_TEXT.ground, text: EVIDENCE_TEXT.grounds[ground] }];
  if (cost !== null) facts.push({ name: EVIDENCE_TEXT.cost, text: maskedUsd(cost, shown.isHidden) });
  if (answeredAt !== null) {
    const said = statementText(counted, shown);
    const age = durationText(shown.now - answeredAt);
    facts.push({ name: EVIDENCE_TEXT.answer, text: EVIDENCE_TEXT.ago(said, age) });
  }
  if (doubt) facts.push(...doubtFacts(doubt, shown));
  if (waiting) facts.push({ name: EVIDENCE_TEXT.waiting, text: statementText(waiting, shown) });
  return facts;
}
