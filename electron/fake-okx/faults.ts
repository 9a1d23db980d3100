// Misbehaviour on request: which fault befalls which call, and for how long.
import { chainsOf, headerOf, objectOf, type Call } from './http-message';
import { isDelivery, type DeliveryFault } from './fault-delivery';
import { isInstead, type InsteadFault } from './fault-replies';
import { isEnvelopeShape, isShape, type ShapeFault } from './fault-shapes';
import { isBalances } from './routes';

export type Misbehaviour = InsteadFault | ShapeFault | DeliveryFault;

/**
 * Whom a fault befalls; what is left out does not narrow. Faults of shape befall balances only, unless another path is
 * named: then those of the envelope befall it.
 */
export interface Reach {
  /** For the next so many calls that it befalls; without it, until cleared. */
  readonly times?: number;
  readonly path?: string;
  readonly apiKey?: string;
  readonly accountId?: string;
  readonly address?: string;
}

export type Rule = Misbehaviour & Reach;

/** At most one fault of each sort befalls a call, so that a bent answer can also travel badly. */
export interface Faults {
  readonly instead: InsteadFault | undefined;
  readonly shape: ShapeFault | undefined;
  readonly delivery: DeliveryFault | undefined;
}

export interface Rules {
  /** Of several rules of one sort the oldest goes first. Gives back a function that clears this one. */
  add(rule: Rule): () => void;
  clear(): void;
  /** The faults for this call; counts it against their `times`. */
  take(call: Call): Faults;
}

function befalls(rule: Rule, call: Call): boolean {
  if (isShape(rule) && !isBalances(call.path) && !(isEnvelopeShape(rule) && rule.path === call.path))
    return false;
  if (rule.kind === 'unsupported-chain' && !chainsOf(call).includes(rule.chainIndex)) return false;
  if (rule.path !== undefined && rule.path !== call.path) return false;
  if (rule.apiKey !== undefined && rule.apiKey !== headerOf(call, 'ok-access-key')) return false;
  if (rule.address !== undefined && rule.address !== call.query.get('address')) return false;
  return rule.accountId === undefined || rule.accountId === accountOf(call);
}

function accountOf(call: Call): unknown {
  return call.query.get('accountId') ?? objectOf(call)?.['accountId'];
}

export function createRules(): Rules {
  const standing: { rule: Rule; left: number }[] = [];

  function takeFirst<Fault extends Misbehaviour>(
    call: Call,
    isSort: (rule: Misbehaviour) => rule is Fault
  ): Fault | undefined {
    for (const entry of standing) {
      const { rule } = entry;
      if (!isSort(rule) || entry.left <= 0 || !befalls(rule, call)) continue;
      entry.left -= 1;
      return rule;
    }
    return undefined;
  }

  return {
    add(rule) {
      const entry = { rule, left: rule.times ?? Infinity };
      standing.push(entry);
      return () => void (entry.left = 0);
    },
    clear: () => void (standing.length = 0),
    take: call => ({
      instead: takeFirst(call, isInstead),
      shape: takeFirst(call, isShape),
      delivery: takeFirst(call, isDelivery)
    })
  };
}
