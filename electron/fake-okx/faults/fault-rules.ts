// Stores the fault rules, and selects the faults that apply to each request.
import { chainsOf, headerOf, objectOf, type Call } from '../service/http-message';
import { isDeliveryFault, type DeliveryFault } from './fault-delivery';
import { isReplyFault, type ReplyFault } from './fault-replies';
import { isEnvelopeFault, isShapeFault, type ShapeFault } from './fault-shapes';
import { isBalances } from '../service/routes';

export type AnyFault = ReplyFault | ShapeFault | DeliveryFault;

/**
 * The calls to which a fault applies; an absent field does not narrow them. Shape faults apply to balances only,
 * unless another path is given: then the envelope faults apply to it.
 */
export interface FaultScope {
  /** Applies to this many matching calls; without it, until it is cleared. */
  readonly times?: number;
  readonly path?: string;
  readonly apiKey?: string;
  readonly accountId?: string;
  readonly address?: string;
}

export type FaultRule = AnyFault & FaultScope;

/** At most one fault of each kind applies to a call, so an answer can have a wrong shape and also a delivery fault. */
export interface Faults {
  readonly replyFault: ReplyFault | undefined;
  readonly shape: ShapeFault | undefined;
  readonly delivery: DeliveryFault | undefined;
}

export interface FaultRules {
  /** Of several rules of one kind the oldest applies first. Gives back a function that clears this rule. */
  add(rule: FaultRule): () => void;
  clear(): void;
  /** The faults for this call; counts the call against their `times`. */
  take(call: Call): Faults;
}

function matchesCall(rule: FaultRule, call: Call): boolean {
  if (isShapeFault(rule) && !isBalances(call.path) && !(isEnvelopeFault(rule) && rule.path === call.path))
    return false;
  if (rule.kind === 'unsupported-chain' && !chainsOf(call).includes(rule.chainIndex)) return false;
  if (rule.path !== undefined && rule.path !== call.path) return false;
  if (rule.apiKey !== undefined && rule.apiKey !== headerOf(call, 'ok-access-key')) return false;
  if (rule.address !== undefined && rule.address !== call.query.get('address')) return false;
  return rule.accountId === undefined || rule.accountId === accountIdOf(call);
}

function accountIdOf(call: Call): unknown {
  return call.query.get('accountId') ?? objectOf(call)?.['accountId'];
}

export function createFaultRules(): FaultRules {
  const entries: { rule: FaultRule; remaining: number }[] = [];

  function takeFirst<Fault extends AnyFault>(
    call: Call,
    isKind: (rule: AnyFault) => rule is Fault
  ): Fault | undefined {
    for (const entry of entries) {
      const { rule } = entry;
      if (!isKind(rule) || entry.remaining <= 0 || !matchesCall(rule, call)) continue;
      entry.remaining -= 1;
      return rule;
    }
    return undefined;
  }

  return {
    add(rule) {
      const entry = { rule, remaining: rule.times ?? Infinity };
      entries.push(entry);
      return () => void (entry.remaining = 0);
    },
    clear: () => void (entries.length = 0),
    take: call => ({
      replyFault: takeFirst(call, isReplyFault),
      shape: takeFirst(call, isShapeFault),
      delivery: takeFirst(call, isDeliveryFault)
    })
  };
}
