import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Engine } from '../../../electron/core/engine/engine';
import type { Browser } from '../../../electron/ipc/call-types';
import { isOkxOrigin, KEY_PORTALS } from '../../../shared/domain/host';
import { CONTRACT, type Request } from '../../../shared/ipc/contract';
import { startWorld, type AppWorld } from '../../fakes/app-world';
import { callsOf } from '../../fakes/call-context';

let around: AppWorld;
let app: Engine;
let opened: string[];
let asked: string[];
/** The person's answer in the dialog. */
let word: Awaited<ReturnType<Browser['confirm']>>;

const browser: Browser = {
  confirm: host => {
    asked.push(host);
    return Promise.resolve(word);
  },
  open: url => {
    opened.push(url);
    return Promise.resolve();
  }
};

beforeEach(async () => {
  around = await startWorld({});
  app = new Engine(around.world);
  await app.load();
  await app.refresh();
  [opened, asked] = [[], []];
  word = { isConfirmed: true, isRemembered: false };
});
afterEach(async () => {
  await app.stop();
  await around.close();
});

const open = (page: Request<'explorer:open'>) => callsOf(app, { browser })['explorer:open'](page);

/** A token of the portfolio on a chain with an explorer. */
function heldToken() {
  const row = app.state.portfolio.holdings.find(
    ({ tokenAddress, chainIndex }) => /^0x[0-9a-fA-F]{40}$/.test(tokenAddress) && chainIndex === '1'
  );
  if (!row) throw new Error('the example holds no token on Ethereum');
  return { chainIndex: row.chainIndex, kind: 'token' as const, address: row.tokenAddress };
}

describe('the page of an explorer', () => {
  it('opens after the person was asked, with the host named', async () => {
    const token = heldToken();
    expect(await open(token)).toEqual({ outcome: 'opened' });
    expect(asked).toEqual(['etherscan.io']);
    expect(opened).toEqual([`https://etherscan.io/token/${token.address}`]);
    await open(token);
    expect(asked).toHaveLength(2);
  });

  it('does not open when the person refuses, and nothing is remembered', async () => {
    word = { isConfirmed: false, isRemembered: true };
    expect(await open(heldToken())).toEqual({ outcome: 'cancelled' });
    expect(opened).toEqual([]);
    expect(app.model.settings.choices.explorerHosts).toEqual([]);
  });

  it('opens without a question once the person has agreed to remember it, for this host only', async () => {
    word = { isConfirmed: true, isRemembered: true };
    await open(heldToken());
    await open(heldToken());
    expect(asked).toEqual(['etherscan.io']);
    expect(opened).toHaveLength(2);
    expect(around.files.settings?.choices.explorerHosts).toEqual(['etherscan.io']);
  });

  it.each([
    ['an address that is held nowhere', { address: '0x1111111111111111111111111111111111111111' }],
    ['a page', { address: 'https://evil.example' }],
    ['a chain without an explorer', { chainIndex: '408' }],
    ['the token on another chain', { chainIndex: '56' }],
    ['a token in place of an address', { kind: 'address' as const }]
  ])('is none for %s: nobody is asked', async (_, change) => {
    expect(await open({ ...heldToken(), ...change })).toEqual({ outcome: 'unknown' });
    expect([...asked, ...opened]).toEqual([]);
  });

  it('that no browser opens is reported as failed', async () => {
    const deaf = { ...browser, open: () => Promise.reject(new Error('no browser')) };
    expect(await callsOf(app, { browser: deaf })['explorer:open'](heldToken())).toEqual({
      outcome: 'failed'
    });
    expect(around.logged.join()).toContain('browser');
  });

  it.each([
    { url: 'https://etherscan.io' },
    { kind: 'page' },
    { chainIndex: '1/../2' },
    { address: 'x'.repeat(513) }
  ])('is refused by the contract when the request is %j', change => {
    const request = CONTRACT['explorer:open'].request;
    expect(request.safeParse(heldToken()).success).toBe(true);
    expect(request.safeParse({ ...heldToken(), ...change }).success).toBe(false);
  });
});

describe("OKX's page where a key is made", () => {
  const portal = (region: Request<'portal:open'>['region']) =>
    callsOf(app, { browser })['portal:open']({ region });

  it('opens after the person was asked, with the host named', async () => {
    expect(await portal('wallet-api')).toEqual({ outcome: 'opened' });
    expect(await portal('most')).toEqual({ outcome: 'opened' });
    expect(asked).toEqual(['web3.okx.com', 'www.okx.com']);
    expect(opened).toEqual([
      'https://web3.okx.com/onchainos/dev-portal',
      'https://www.okx.com/account/my-api'
    ]);
  });

  it('does not open when the person refuses', async () => {
    word = { isConfirmed: false, isRemembered: false };
    expect(await portal('europe')).toEqual({ outcome: 'cancelled' });
    expect(opened).toEqual([]);
  });

  it('is on a host of OKX in every region, and its address is what a browser makes of it', () => {
    for (const url of Object.values(KEY_PORTALS)) {
      expect(isOkxOrigin(new URL(url).origin)).toBe(true);
      expect(new URL(url).href).toBe(url);
    }
  });
});
