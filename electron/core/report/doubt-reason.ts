// Says in one English sentence why a change is in doubt, and makes the JSON of a doubt.
import { isDefi, DEFI_NAME } from '../../../shared/domain/defi';
import { QUICK_CONFIRMATION } from '../../../shared/domain/doubt-kinds';
import type { DoubtRow } from '../../../shared/schema/app-state';
import { isolateName, withoutIsolates } from '../../../shared/names/isolated-name';
import { amountText, MASK } from '../../../shared/text/money';
import { tokenName } from '../../../shared/text/names';
import { isoTime } from '../export/csv';
import type { ChainLookup } from '../ports/chain-facts';

const MAX_NAMES = 3;

export interface ReasonContext {
  readonly chains: ChainLookup;
  readonly isHidden: boolean;
}

/** The worth is exact; null while balances are hidden. */
export function doubtJson(doubt: DoubtRow, context: ReasonContext) {
  const { kind, id, worth, since } = doubt;
  return {
    kind,
    id,
    worth: context.isHidden ? null : worth,
    since: isoTime(since),
    reason: withoutIsolates(doubtReason(doubt, context))
  };
}

/** `OKX's answer lacks 80,000 USDC on Ethereum, which counts with its last value while Tokentray checks.` */
export function doubtReason(doubt: DoubtRow, context: ReasonContext): string {
  const isOne = doubt.holdingIds.length === 1 && !isDefiDoubt(doubt);
  const lastValues = isOne ? 'its last value counts' : 'the last values count';
  const names = placed(namesOf(doubt), doubt, context);
  const subject = placed(subjectOf(doubt, context), doubt, context);
  const [what, meanwhile] = {
    missing: isExchange(doubt)
      ? [`In OKX's answer ${names} look swapped or moved`, 'the old amounts count']
      : [`OKX's answer lacks ${subject}`, lastValues],
    'silent-chain': [`OKX's answer has nothing on ${chainOf(doubt, context)}`, 'the last values count'],
    'refused-chain': [
      `OKX says that it does not support ${chainOf(doubt, context)}`,
      'the last values count'
    ],
    'leap-of-amount': [`OKX's answer adds ${subject}`, 'the old amount counts'],
    'moved-point': [`OKX's answer moves the decimal point of ${names}`, 'the old amount counts'],
    'leap-of-price': [`The price of ${names} jumped in OKX's answer`, 'the old price counts'],
    'risk-flag': [`OKX now calls ${names} risky`, isOne ? 'it counts' : 'they count']
  }[doubt.kind];
  return `${what}; ${meanwhile} while Tokentray checks.`;
}

/** What is missing is answered by what arrived: such a doubt is confirmed sooner than any other of its kind. */
function isExchange({ neededMs }: DoubtRow): boolean {
  return neededMs === QUICK_CONFIRMATION.agreedMs;
}

function isDefiDoubt({ chainIndex }: DoubtRow): boolean {
  return chainIndex !== null && isDefi({ chainIndex });
}

function subjectOf(doubt: DoubtRow, { isHidden }: ReasonContext): string {
  if (doubt.amount === null || isDefiDoubt(doubt)) return namesOf(doubt);
  return `${isHidden ? MASK : amountText(doubt.amount)} ${namesOf(doubt)}`;
}

/** `USDC`, `USDC, LINK and 3 more`. */
function namesOf(doubt: DoubtRow): string {
  const symbols = doubt.symbols.map(tokenName);
  if (isDefiDoubt(doubt)) return `${DEFI_NAME} positions`;
  const rest = symbols.length - MAX_NAMES;
  if (rest > 0) return `${symbols.slice(0, MAX_NAMES).join(', ')} and ${rest} more`;
  return symbols.join(' and ').replaceAll(/ and (?=.* and )/g, ', ');
}

/** DeFi is on no chain. */
function placed(subject: string, doubt: DoubtRow, context: ReasonContext): string {
  if (doubt.chainIndex === null || isDefiDoubt(doubt)) return subject;
  return `${subject} on ${chainOf(doubt, context)}`;
}

function chainOf({ chainIndex }: DoubtRow, { chains }: ReasonContext): string {
  return chainIndex === null ? 'several chains' : isolateName(chains(chainIndex).name);
}
