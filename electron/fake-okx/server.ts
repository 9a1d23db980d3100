// A stand-in for OKX's wallet API on this computer: checks every call as OKX does, and misbehaves on request.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { StandInKey } from './access';
import type { Account } from './asset-rows';
import type { Books } from './service-state';
import { attend, createDesk, type RecordedRequest, type ServerOptions } from './respond';
import { readCall } from './http-message';
import { deliver, misdeliver } from './fault-delivery';
import type { Rule } from './faults';

export interface StandIn {
  /** Such as `http://127.0.0.1:40123`. */
  readonly origin: string;
  /** The last 1,000 requests, oldest first; kept up to date. */
  readonly requests: readonly RecordedRequest[];
  /** By API key. */
  readonly keys: Map<string, StandInKey>;
  /** By accountId: the rows that it answers, sound or not. */
  readonly accounts: Map<string, Account>;
  /** Rows by address, in the shape of v5, whatever endpoint answers them. */
  readonly addresses: Map<string, Account>;
  /** DeFi positions by accountId or address. */
  readonly defi: Books['defi'];
  /** USD by `chainIndex/tokenAddress`: `0/` is Bitcoin. */
  readonly prices: Books['prices'];
  /** Chains that are listed, and yet fail the whole request. */
  readonly unsupportedChains: Set<string>;
  /** Gives back a function that clears this rule. */
  misbehave(rule: Rule): () => void;
  /** Clears all rules. */
  behave(): void;
  setNow(now: () => number): void;
  /** Yuan for one dollar, as it is answered. */
  setUsdCny(rate: string): void;
  /** Calls per second and key; null: no limit. */
  limitRate(perSecond: number | null): void;
  /** Ends every connection, also those in the middle of a reply. */
  close(): Promise<void>;
}

/** Listens on 127.0.0.1. */
export async function startServer(options: ServerOptions): Promise<StandIn> {
  const desk = createDesk(options);
  const server = createServer((request, response) => {
    readCall(request)
      .then(call => {
        const { reply, delivery } = attend(desk, call);
        response.setHeader('date', new Date(desk.now()).toUTCString());
        if (delivery) misdeliver(delivery, reply, response);
        else deliver(reply, response);
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: desk.requests,
    keys: desk.keys,
    accounts: desk.books.accounts,
    addresses: desk.books.addresses,
    defi: desk.books.defi,
    prices: desk.books.prices,
    unsupportedChains: desk.books.unsupportedChains,
    misbehave: desk.rules.add,
    behave: desk.rules.clear,
    setNow: now => void (desk.now = now),
    setUsdCny: rate => void (desk.books.usdCny = rate),
    limitRate: perSecond => void (desk.rate.perSecond = perSecond),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}
