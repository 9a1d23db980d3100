// Decides the reply to each call: faults first, then address, key and rate, then the endpoint; and keeps the record.
import { createRateLimit, judgeAccess, type RateLimit, type StandInKey } from './access';
import { EXAMPLE_ACCOUNT_ID, EXAMPLE_ASSETS, type Account, type AssetRow } from './asset';
import { refusal, type Code } from './codes';
import { headerOf, toReply, type Answer, type Call, type Reply } from './exchange';
import type { DeliveryFault } from './fault-delivery';
import { replyInstead } from './fault-instead';
import { bendShape, type ShapeFault } from './fault-shape';
import { createRules, type Rules } from './misbehave';
import { BALANCES_PATH, judgeAddress, route, type Books } from './routes';

export interface ServerOptions {
  readonly keys: readonly StandInKey[];
  /** The server's clock, ms: for the timestamp window, the `Date` header and `timeStamp`. Default: this computer's. */
  readonly now?: () => number;
  /** Default: the account of OKX's example. */
  readonly accounts?: Iterable<readonly [accountId: string, account: Account]>;
  /** Calls per second and key; default: no limit. */
  readonly ratePerSecond?: number;
  /** Default 81001. */
  readonly unknownAccountCode?: Code;
}

export interface RecordedRequest {
  readonly method: string;
  readonly target: string;
  /** ms of the server's clock. */
  readonly at: number;
  /** Without signature and passphrase. */
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number;
  /** The envelope's code before any bending; null when something else answered in its place. */
  readonly code: string | null;
}

export interface Desk {
  readonly books: Books & { accounts: Map<string, Account>; unsupportedChains: Set<string> };
  readonly keys: Map<string, StandInKey>;
  readonly requests: RecordedRequest[];
  readonly rules: Rules;
  readonly rate: RateLimit;
  now: () => number;
}

const MOST_RECORDED = 1000;
const RECORDED_HEADERS = [
  'host',
  'user-agent',
  'accept',
  'accept-encoding',
  'content-type',
  'ok-access-key',
  'ok-access-timestamp',
  'ok-access-project'
];

export function createDesk(options: ServerOptions): Desk {
  const desk: Desk = {
    books: {
      accounts: new Map(options.accounts ?? [[EXAMPLE_ACCOUNT_ID, () => EXAMPLE_ASSETS]]),
      unsupportedChains: new Set(),
      unknownAccountCode: options.unknownAccountCode ?? '81001',
      now: () => desk.now()
    },
    keys: new Map(options.keys.map(key => [key.apiKey, key])),
    requests: [],
    rules: createRules(),
    rate: createRateLimit(options.ratePerSecond ?? null),
    now: options.now ?? Date.now
  };
  return desk;
}

function judge(desk: Desk, call: Call): Answer {
  const code = judgeAddress(call) ?? judgeAccess(call, desk.keys, desk.now());
  if (code) return refusal(code);
  const isAllowed = desk.rate.allows(headerOf(call, 'ok-access-key'), desk.now());
  return isAllowed ? route(call, desk.books) : refusal('50011');
}

/** Only a successful balances answer has a shape to bend. */
function bend(answer: Answer, fault: ShapeFault, call: Call): Answer {
  if (answer.envelope.code !== '0' || call.path !== BALANCES_PATH) return answer;
  const [element] = answer.envelope.data as { tokenAssets: AssetRow[]; timeStamp: string }[];
  return { status: 200, envelope: bendShape(fault, element?.tokenAssets ?? [], element?.timeStamp ?? '') };
}

function record(desk: Desk, call: Call, status: number, code: string | null): void {
  const headers = RECORDED_HEADERS.map(name => [name, headerOf(call, name)] as const);
  desk.requests.push({
    method: call.method,
    target: call.target,
    at: desk.now(),
    headers: Object.fromEntries(headers.filter(([, value]) => value !== '')),
    status,
    code
  });
  if (desk.requests.length > MOST_RECORDED) desk.requests.shift();
}

/** The reply to a call, and the fault that its way to the client has, if any. */
export function attend(desk: Desk, call: Call): { reply: Reply; delivery: DeliveryFault | undefined } {
  const { instead, shape, delivery } = desk.rules.take(call);
  if (instead) {
    const reply = replyInstead(instead);
    record(desk, call, reply.status, instead.kind === 'refuse' ? instead.code : null);
    return { reply, delivery };
  }
  const answer = judge(desk, call);
  record(desk, call, answer.status, String(answer.envelope.code));
  return { reply: toReply(shape ? bend(answer, shape, call) : answer), delivery };
}
