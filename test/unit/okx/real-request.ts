// Sends planned requests to the fake server, signed by the real signer, over real HTTP, and reads the reply.
import { drivers } from '../../../electron/okx/drivers';
import { sign } from '../../../electron/okx/request';
import type { HttpReply, PlannedRequest, SignedRequest } from '../../../electron/core/ports/ports';
import { startServer, type FakeOkx } from '../../../electron/fake-okx/server';
import type { Holding } from '../../../shared/schema/holding';
import type { Wallet } from '../../../shared/schema/wallet';
import { EVERY_KIND_ACCOUNT_ID, EVERY_KIND_ADDRESSES, EVERY_KIND_ROWS } from '../../fixtures/okx/every-kind';
import { RECEIVED_AT } from './sample';

const CREDENTIALS = { apiKey: 'key-1', secretKey: 'secret', passphrase: 'pass phrase', projectId: null };

export interface Line {
  readonly server: FakeOkx;
  ask<T>(planned: PlannedRequest, read: (reply: HttpReply, receivedAt: number) => T): Promise<T>;
  poll(wallet: Wallet): Promise<Holding[]>;
}

/** Connects to a fake server that holds one holding of every kind, by account and by address. */
export async function openLine(): Promise<Line> {
  const server = await startServer({
    keys: [CREDENTIALS],
    accounts: [[EVERY_KIND_ACCOUNT_ID, () => EVERY_KIND_ROWS]],
    addresses: EVERY_KIND_ADDRESSES
  });
  const key = { id: 'k1', name: 'Key', host: server.origin, keptIn: 'session' } as const;
  const ask: Line['ask'] = async (planned, read) =>
    read(await send(sign(planned, key, CREDENTIALS, Date.now())), RECEIVED_AT);
  return {
    server,
    ask,
    async poll(wallet) {
      const { request, read } = drivers[wallet.source];
      const reading = await ask(request(wallet, null), reply => read(reply, wallet, RECEIVED_AT));
      return [...reading.holdings];
    }
  };
}

export async function send({ origin, target, method, headers, body }: SignedRequest): Promise<HttpReply> {
  const reply = await fetch(origin + target, { method, headers, ...(body === '' ? {} : { body }) });
  return { status: reply.status, headers: Object.fromEntries(reply.headers), body: await reply.text() };
}
