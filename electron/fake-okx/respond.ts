// Decides the reply to each call: faults first, then address, key and rate, then the endpoint; and keeps the record.
import { createRateLimit, judgeAccess, type RateLimit, type StandInKey } from './access';
import { EXAMPLE_ACCOUNT_ID, EXAMPLE_ASSETS, asOfAddress, type Account, type AssetRow } from './asset-rows';
import type { Books } from './service-state';
import { refusal, type Code } from './error-codes';
import { headerOf, toReply, type Answer, type Call, type Reply } from './http-message';
import type { DeliveryFault } from './fault-delivery';
import { replyInstead } from './fault-replies';
import { bendEnvelope, bendShape, type ShapeFault } from './fault-shapes';
import { createRules, type Rules } from './faults';
import { ADDRESS_BALANCES_PATH, isBalances, isPublic, judgeAddress, route } from './routes';

export interface ServerOptions {
  readonly keys: readonly StandInKey[];
  /** The server's clock, ms: for the timestamp window, the `Date` header and `timeStamp`. Default: this computer's. */
  readonly now?: () => number;
  /** Default: the account of OKX's example. */
  readonly accounts?: Iterable<readonly [accountId: string, account: Account]>;
  /** Rows in the shape of v5, whatever endpoint answers them. */
  readonly addresses?: Iterable<readonly [address: string, account: Account]>;
  /** USD by `chainIndex/tokenAddress`; default: what Bitcoin and ether cost when the demo opens. */
  readonly prices?: Iterable<readonly [coin: string, price: () => string]>;
  /** Calls per second and key; default: no limit. */
  readonly ratePerSecond?: number;
  /** Of 127.0.0.1; default: a free one. */
  readonly port?: number | undefined;
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
  readonly books: Books;
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

const USUAL_PRICES: readonly (readonly [coin: string, price: () => string])[] = [
  ['0/', () => '96450.2'],
  ['1/', () => '2790.1']
];

export function createDesk(options: ServerOptions): Desk {
  const desk: Desk = {
    books: {
      accounts: new Map(options.accounts ?? [[EXAMPLE_ACCOUNT_ID, () => EXAMPLE_ASSETS]]),
      members: new Map(),
      addresses: new Map(options.addresses),
      defi: new Map(),
      prices: new Map(options.prices ?? USUAL_PRICES),
      usdCny: '7.162',
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
  const wrongAddress = judgeAddress(call);
  if (!wrongAddress && isPublic(call)) return route(call, desk.books);
  const code = wrongAddress ?? judgeAccess(call, desk.keys, desk.now());
  if (code) return refusal(code);
  const isAllowed = desk.rate.allows(headerOf(call, 'ok-access-key'), desk.now());
  return isAllowed ? route(call, desk.books) : refusal('50011');
}

/** Only a success has a shape to bend, and only balances have rows. */
function bend({ status, envelope }: Answer, fault: ShapeFault, call: Call): Answer {
  if (String(envelope.code) !== '0') return { status, envelope };
  if (!isBalances(call.path)) return { status, envelope: bendEnvelope(fault, envelope) };
  const [element] = envelope.data as { tokenAssets: AssetRow[]; timeStamp: string }[];
  return { status, envelope: bendShape(fault, element?.tokenAssets ?? [], element?.timeStamp ?? '') };
}

/** Rows stay in one shape until the end, so that every fault can befall both families. */
function dress(answer: Answer, call: Call): Answer {
  return call.path === ADDRESS_BALANCES_PATH ? { ...answer, envelope: asOfAddress(answer.envelope) } : answer;
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
  return { reply: toReply(dress(shape ? bend(answer, shape, call) : answer, call)), delivery };
}
