// Refusals of the service besides its codes: the waits that it asks for, and answers without an envelope.
import type { FaultRule } from '../../../electron/fake-okx/faults/fault-rules';
import { START } from '../../fakes/app-world';
import { INTERVAL_MS } from './fault-setup';
import type { Next, Refused } from './survive';

export interface RefusalRow extends Refused {
  readonly fault: FaultRule;
}

const DAMAGED: Refused = {
  code: 'reply-damaged',
  says: /^OKX's answer could not be read/,
  next: 'soon'
};
const STRANGE: Refused = { code: 'service-unknown-error', says: /does not know/, next: 'soon' };
/** The time of the first poll with the fault. */
const MET_AT = START + INTERVAL_MS;

function slowed(next: Next, retryAfter?: string): RefusalRow {
  const retry = retryAfter === undefined ? {} : { retryAfter };
  const fault: FaultRule = { kind: 'refuse', code: '50011', status: 429, ...retry };
  return { code: 'rate-limited', says: /is limiting requests/, next, fault };
}

function text(refused: Refused, body: string, status = 200): RefusalRow {
  return { ...refused, fault: { kind: 'text', text: body, status } };
}

export const REFUSAL_ROWS: Readonly<Record<string, RefusalRow>> = {
  'slow-down': slowed('soon'),
  'slow-down-seconds': slowed(120_000, '120'),
  'slow-down-short': slowed('soon', '2'),
  'slow-down-date': slowed(1_800_000, new Date(MET_AT + 1_800_000).toUTCString()),
  'slow-down-past-date': slowed('soon', new Date(MET_AT - 60_000).toUTCString()),
  'slow-down-negative': slowed('soon', '-5'),
  // A year, and a number beyond any clock: a header may ask for an hour at most.
  'slow-down-endless': slowed(3_600_000, '1000000000000'),
  'slow-down-exponent': slowed('soon', '1e12'),
  'slow-down-words': slowed('soon', 'in 5 minutes'),
  'slow-down-bare': {
    code: 'rate-limited',
    says: /is limiting requests/,
    next: 'soon',
    fault: { kind: 'error-page', status: 429 }
  },
  'payment-wanted': {
    code: 'quota-used-up',
    says: /charges for more requests.*Tokentray never pays/,
    next: 'slow',
    fault: { kind: 'payment-wanted' }
  },
  'gateway-page': {
    code: 'service-busy',
    says: /temporarily unavailable/,
    next: 'soon',
    fault: { kind: 'error-page', status: 502 }
  },
  'code-unknown': text(STRANGE, '{"code":"70707","msg":"?","data":[]}'),
  'code-absurd': text(STRANGE, '{"code":"0; drop","msg":"","data":[]}'),
  'code-missing': text(DAMAGED, '{"msg":"success","data":[]}'),
  'code-success-refused': text(
    { code: 'service-busy', says: /temporarily unavailable/, next: 'soon' },
    '{"code":"0","msg":"success","data":[]}',
    503
  ),
  'envelope-list': text(DAMAGED, '[{"tokenAssets":[]}]'),
  'envelope-text': text(DAMAGED, '"fine"'.replace('"', '{"')),
  'data-number': text(DAMAGED, '{"code":"0","data":7}'),
  'data-text': text(DAMAGED, '{"code":"0","data":"[]"}'),
  'data-object': text(DAMAGED, '{"code":"0","data":{"tokenAssets":[]}}'),
  'data-hollow': text(DAMAGED, '{"code":"0","data":[{}]}'),
  'data-null-element': text(DAMAGED, '{"code":"0","data":[null]}'),
  'rows-object': text(DAMAGED, '{"code":"0","data":[{"tokenAssets":{}}]}'),
  'nested-deep': text(DAMAGED, '['.repeat(200_000))
};
