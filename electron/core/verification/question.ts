// The question: all that needs the person's OK, asked about at most once a day.
import { sum, toText, type Decimal } from '../../../shared/domain/decimal';
import { DAY_MS } from '../../../shared/domain/durations';
import type { Holding } from '../../../shared/schema/holding';
import type { WalletSnapshot } from '../../../shared/schema/snapshot';
import type { VerificationMemory } from '../../../shared/schema/verification';
import { believedOf, type HoldingChange } from './changes';
import { withStatement } from '../doubts/statement';
import type { Admission } from './loose-limit';
import { valueOf, type Round } from './round-facts';

/** New questions are asked at most this often. */
const QUESTION_EVERY_MS = DAY_MS;

/**
 * Asks about all that waits, at most once a day, when something came to it. What a first round or answer
 * brings is shown only.
 */
export function withQuestion(
  memory: VerificationMemory,
  snapshots: readonly WalletSnapshot[],
  changes: readonly HoldingChange[],
  admission: Admission,
  round: Round
): VerificationMemory {
  const hasNewQuestion =
    round.memory.hasBaseline &&
    (memory.hasNewQuestion || hasCome(memory, changes, admission, round)) &&
    hasQuestion(memory, snapshots);
  if (!hasNewQuestion || round.now - memory.askedAt < QUESTION_EVERY_MS)
    return hasNewQuestion === memory.hasNewQuestion ? memory : { ...memory, hasNewQuestion };
  const ids = questionIds(memory, snapshots);
  round.book.events.push({
    type: 'question',
    holdingIds: ids,
    worth: toText(worthOfQuestion(ids, memory, snapshots))
  });
  return { ...memory, hasNewQuestion: false, askedAt: round.now };
}

/** Whether a change brought something that needs an OK. */
function hasCome(
  memory: VerificationMemory,
  changes: readonly HoldingChange[],
  { believed }: Admission,
  round: Round
): boolean {
  const [askedBefore, asked] = [new Set(round.memory.asked), new Set(memory.asked)];
  return changes.some(change => {
    const { id, before, isFirst } = change;
    if (isFirst || before?.isUnverified || round.memory.waiting[id] || askedBefore.has(id)) return false;
    const after = believed.get(id) ?? believedOf(change);
    return after?.isUnverified === true || memory.waiting[id] !== undefined || asked.has(id);
  });
}

function hasQuestion({ asked, waiting }: VerificationMemory, snapshots: readonly WalletSnapshot[]): boolean {
  const needsOk = ({ isUnverified }: Holding) => isUnverified === true;
  return (
    asked.length > 0 ||
    Object.keys(waiting).length > 0 ||
    snapshots.some(({ holdings }) => holdings.some(needsOk))
  );
}

/** The ids of all holdings that need the person's OK. */
function questionIds(memory: VerificationMemory, snapshots: readonly WalletSnapshot[]): string[] {
  const listed = snapshots.flatMap(({ holdings }) => holdings.filter(({ isUnverified }) => isUnverified));
  return [...new Set([...listed.map(({ id }) => id), ...Object.keys(memory.waiting), ...memory.asked])];
}

function worthOfQuestion(
  ids: readonly string[],
  { waiting }: VerificationMemory,
  snapshots: readonly WalletSnapshot[]
): Decimal {
  const wanted = new Set(ids);
  const holdings = snapshots.flatMap(snapshot => snapshot.holdings.filter(({ id }) => wanted.has(id)));
  return sum(
    holdings.map(holding => {
      const said = waiting[holding.id];
      return valueOf(said ? withStatement(holding, said) : holding);
    })
  );
}
