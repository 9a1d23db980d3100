// Keys that stopped working: each is told once, at once, and again only after it worked in between.
import type { AlertRule } from '../../../shared/schema/alert';
import type { AlertMemory } from '../../../shared/schema/alert-memory';
import type { FailureCode } from '../../../shared/domain/failure';
import type { Key } from '../../../shared/schema/key';
import { ruleFor } from './rules';
import type { Asked } from './asked';
import { entryAt, type Happening } from './alert-event';

/** Of the key itself, whatever wallet is asked for. What else stops polling concerns the wallet. */
const OF_THE_KEY: ReadonlySet<FailureCode> = new Set([
  'key-unknown',
  'key-frozen',
  'key-wrong-environment',
  'key-lacks-permission',
  'passphrase-wrong',
  'secret-wrong',
  'credentials-incomplete'
]);

export function isOfKey(code: FailureCode | null): boolean {
  return code !== null && OF_THE_KEY.has(code);
}

export interface KeyWatch {
  readonly asked: readonly Asked[];
  readonly keys: readonly Key[];
  readonly stopped: AlertMemory['keys'];
  readonly rules: readonly AlertRule[];
  readonly now: number;
}

export function watchKeys({ asked, keys, stopped, rules, now }: KeyWatch): {
  readonly stopped: AlertMemory['keys'];
  readonly happenings: readonly Happening[];
} {
  const next: AlertMemory['keys'] = {};
  const happenings: Happening[] = [];
  for (const { id, name } of keys) {
    const own = asked.filter(({ keyId }) => keyId === id);
    const code = own.map(one => one.code).find(isOfKey) ?? null;
    const known = stopped[id];
    const isWorking = code === null && own.some(({ isAnswered }) => isAnswered);
    if (known !== undefined && !isWorking) next[id] = known;
    if (code === null || known !== undefined) continue;
    next[id] = code;
    const isOn = ruleFor(rules, 'key')?.isOn ?? false;
    happenings.push({
      entry: { ...entryAt(now), kind: 'key', key: name, code },
      silence: isOn ? null : 'switched-off'
    });
  }
  return { stopped: next, happenings };
}
