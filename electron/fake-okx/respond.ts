// Decides the reply to each request, and records the request.
// Order: fault rules, path and method, key and rate, then the endpoint.
import { createRateLimit, checkAccess, type RateLimit, type FakeOkxKey } from './service/access';
import {
  EXAMPLE_ACCOUNT_ID,
  EXAMPLE_ASSETS,
  toAddressEnvelope,
  type Account,
  type AssetRow
} from './service/asset-rows';
import type { ServiceState } from './service/service-state';
import { refusal, type Code } from './service/error-codes';
import { headerOf, toReply, type FakeReply, type Call, type Reply } from './service/http-message';
import type { DeliveryFault } from './faults/fault-delivery';
import { replyOfFault } from './faults/fault-replies';
import { applyEnvelopeFault, applyShapeFault, type ShapeFault } from './faults/fault-shapes';
import { createFaultRules, type FaultRules } from './faults/fault-rules';
import { ADDRESS_BALANCES_PATH, isBalances, isPublic, checkPath, route } from './service/routes';

export interface ServerOptions {
  readonly keys: readonly FakeOkxKey[];
  /** The server's clock, ms: for the timestamp window, the `Date` header and `timeStamp`. Default: this computer's. */
  readonly now?: () => number;
  /** Default: the account of OKX's example. */
  readonly accounts?: Iterable<readonly [accountId: string, account: Account]>;
  /** Rows in the shape of v5, for every endpoint. */
  readonly addresses?: Iterable<readonly [address: string, account: Account]>;
  /** USD by `chainIndex/tokenAddress`; default: the prices of Bitcoin and ether when the demo starts. */
  readonly prices?: Iterable<readonly [coin: string, price: () => string]>;
  /** Calls per second and key; default: no limit. */
  readonly ratePerSecond?: number;
  /** The port on 127.0.0.1; default: a free one. */
  readonly port?: number | undefined;
  /** Default 81001. */
  readonly unknownAccountCode?: Code;
}

export interface RecordedRequest {
  readonly method: string;
  readonly target: string;
  /** ms of the server's clock. */
  readonly at: number;
  /** The headers without signature and passphrase. */
  readonly headers: Readonly<Record<string, string>>;
  readonly status: number;
  /** The envelope's code before a shape fault; null when the reply was not an envelope of the service. */
  readonly code: string | null;
}

export interface RequestHandler {
  readonly state: ServiceState;
  readonly keys: Map<string, FakeOkxKey>;
  readonly requests: RecordedRequest[];
  readonly rules: FaultRules;
  readonly rate: RateLimit;
  now: () => number;
}

const MAX_RECORDED = 1000;
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

const DEFAULT_PRICES: readonly (readonly [coin: string, price: () => string])[] = [
  ['0/', () => '96450.2'],
  ['1/', () => '2790.1']
];

export function createRequestHandler(options: ServerOptions): RequestHandler {
  const requestHandler: RequestHandler = {
    state: {
      accounts: new Map(options.accounts ?? [[EXAMPLE_ACCOUNT_ID, () => EXAMPLE_ASSETS]]),
      members: new Map(),
      addresses: new Map(options.addresses),
      defi: new Map(),
      prices: new Map(options.prices ?? DEFAULT_PRICES),
      pastPrices: new Map(),
      usdCny: '7.162',
      unsupportedChains: new Set(),
      unknownAccountCode: options.unknownAccountCode ?? '81001',
      now: () => requestHandler.now()
    },
    keys: new Map(options.keys.map(key => [key.apiKey, key])),
    requests: [],
    rules: createFaultRules(),
    rate: createRateLimit(options.ratePerSecond ?? null),
    now: options.now ?? Date.now
  };
  return requestHandler;
}

function answerCall(requestHandler: RequestHandler, call: Call): FakeReply {
  const pathCode = checkPath(call);
  if (!pathCode && isPublic(call)) return route(call, requestHandler.state);
  const code = pathCode ?? checkAccess(call, requestHandler.keys, requestHandler.now());
  if (code) return refusal(code);
  const isAllowed = requestHandler.rate.allows(headerOf(call, 'ok-access-key'), requestHandler.now());
  return isAllowed ? route(call, requestHandler.state) : refusal('50011');
}

/** Shape faults apply only to a success, and row faults only to balances. */
function withShapeFault({ status, envelope }: FakeReply, fault: ShapeFault, call: Call): FakeReply {
  if (String(envelope.code) !== '0') return { status, envelope };
  if (!isBalances(call.path)) return { status, envelope: applyEnvelopeFault(fault, envelope) };
  const [element] = envelope.data as { tokenAssets: AssetRow[]; timeStamp: string }[];
  return { status, envelope: applyShapeFault(fault, element?.tokenAssets ?? [], element?.timeStamp ?? '') };
}

/** Rows stay in the v5 shape until here, so that every fault can apply to both families. */
function shapeForPath(answer: FakeReply, call: Call): FakeReply {
  return call.path === ADDRESS_BALANCES_PATH
    ? { ...answer, envelope: toAddressEnvelope(answer.envelope) }
    : answer;
}

function record(requestHandler: RequestHandler, call: Call, status: number, code: string | null): void {
  const headers = RECORDED_HEADERS.map(name => [name, headerOf(call, name)] as const);
  requestHandler.requests.push({
    method: call.method,
    target: call.target,
    at: requestHandler.now(),
    headers: Object.fromEntries(headers.filter(([, value]) => value !== '')),
    status,
    code
  });
  if (requestHandler.requests.length > MAX_RECORDED) requestHandler.requests.shift();
}

/** The reply to a call, and the fault of its delivery, if any. */
export function handleCall(
  requestHandler: RequestHandler,
  call: Call
): { reply: Reply; delivery: DeliveryFault | undefined } {
  const { replyFault, shape, delivery } = requestHandler.rules.take(call);
  if (replyFault) {
    const reply = replyOfFault(replyFault);
    record(requestHandler, call, reply.status, replyFault.kind === 'refuse' ? replyFault.code : null);
    return { reply, delivery };
  }
  const answer = answerCall(requestHandler, call);
  record(requestHandler, call, answer.status, String(answer.envelope.code));
  return {
    reply: toReply(shapeForPath(shape ? withShapeFault(answer, shape, call) : answer, call)),
    delivery
  };
}
