// Runs a fake server of OKX's wallet API on this computer, which checks requests as OKX does and injects faults.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FakeOkxKey } from './service/access';
import type { Account } from './service/asset-rows';
import type { ServiceState } from './service/service-state';
import { handleCall, createRequestHandler, type RecordedRequest, type ServerOptions } from './respond';
import { readCall } from './service/http-message';
import { deliver, deliverWithFault } from './faults/fault-delivery';
import type { FaultRule } from './faults/fault-rules';

export interface FakeOkx {
  /** Such as `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** The last 1,000 requests, oldest first; kept up to date. */
  readonly requests: readonly RecordedRequest[];
  /** By API key. */
  readonly keys: Map<string, FakeOkxKey>;
  /** By accountId: the rows that the account answers, valid or not. */
  readonly accounts: Map<string, Account>;
  /** Rows by address, in the shape of v5, for every endpoint. */
  readonly addresses: Map<string, Account>;
  /** DeFi positions by accountId or address. */
  readonly defi: ServiceState['defi'];
  /** USD by `chainIndex/tokenAddress`: `0/` is Bitcoin. */
  readonly prices: ServiceState['prices'];
  /** USD by coin and moment, ms: without an entry a wave around the current price. */
  readonly pastPrices: ServiceState['pastPrices'];
  /** Chains that are in the list, and yet fail the whole request. */
  readonly unsupportedChains: Set<string>;
  /** Gives back a function that clears this rule. */
  injectFault(rule: FaultRule): () => void;
  /** Clears all rules. */
  clearFaults(): void;
  setNow(now: () => number): void;
  /** Sets the rate that is answered, in yuan for one dollar. */
  setUsdCny(rate: string): void;
  /** Calls per second and key; null: no limit. */
  limitRate(perSecond: number | null): void;
  /** Ends every connection, also those in the middle of a reply. */
  close(): Promise<void>;
}

/** Starts the server on 127.0.0.1. */
export async function startServer(options: ServerOptions): Promise<FakeOkx> {
  const requestHandler = createRequestHandler(options);
  const server = createServer((request, response) => {
    readCall(request)
      .then(call => {
        const { reply, delivery } = handleCall(requestHandler, call);
        response.setHeader('date', new Date(requestHandler.now()).toUTCString());
        if (delivery) deliverWithFault(delivery, reply, response);
        else deliver(reply, response);
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: requestHandler.requests,
    keys: requestHandler.keys,
    accounts: requestHandler.state.accounts,
    addresses: requestHandler.state.addresses,
    defi: requestHandler.state.defi,
    prices: requestHandler.state.prices,
    pastPrices: requestHandler.state.pastPrices,
    unsupportedChains: requestHandler.state.unsupportedChains,
    injectFault: requestHandler.rules.add,
    clearFaults: requestHandler.rules.clear,
    setNow: now => void (requestHandler.now = now),
    setUsdCny: rate => void (requestHandler.state.usdCny = rate),
    limitRate: perSecond => void (requestHandler.rate.perSecond = perSecond),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}
