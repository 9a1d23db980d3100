import { describe, expect, it } from 'vitest';
import type { Model } from '../../../../electron/core/state/model';
import type { HttpReply } from '../../../../electron/core/ports/ports';
import { refreshRate, withReading } from '../../../../electron/core/polling/daily-updates';
import type { RateAttempt } from '../../../../electron/core/state/second-currency';
import { Failure } from '../../../../shared/domain/failure';
import type { Choices } from '../../../../shared/schema/settings';
import type { Wallet } from '../../../../shared/schema/wallet';
import { answered, failed, KEY, MINUTE_MS, NOW, walletOf } from '../../../fakes/holdings';
import { fakeWorld, modelOf, refuse, type FakeWorld } from '../../../fakes/world';

const success = (data: unknown): HttpReply => ({
  status: 200,
  headers: {},
  body: JSON.stringify({ code: 0, data })
});
const priced = (price: string, time = '') =>
  success([
    { chainIndex: '1', tokenAddress: '', tokenContractAddress: '', price, time },
    { chainIndex: '0', tokenAddress: '', tokenContractAddress: '', price, time }
  ]);
const choosing = (
  secondCurrency: Choices['secondCurrency'],
  wallet: Wallet = walletOf(),
  host = KEY.host
) => {
  const model = modelOf([wallet], { secondCurrency });
  return { ...model, settings: { ...model.settings, keys: [{ ...KEY, host }] } };
};

/** Reads the rate after a round in which the wallet of the model was answered, or was not. */
async function read(model: Model, world: FakeWorld, outcome = answered([])): Promise<Model> {
  const [wallet] = model.settings.wallets;
  const addRate = await refreshRate(model, [{ wallet: wallet!, key: { id: wallet!.keyId }, outcome }], world);
  return addRate ? addRate(model) : model;
}
function worldThat(...replies: HttpReply[]): FakeWorld {
  return Object.assign(fakeWorld(), {
    script: (_: unknown, turn: number) => replies[turn - 1] ?? refuse('50001')
  });
}

describe('the rate of a coin', () => {
  it('is read from its index price with the key, by the API of the wallet’s source', async () => {
    const world = worldThat(priced('96450.2'));
    const { rates } = await read(choosing('BTC'), world);
    expect(rates).toEqual({ BTC: { rate: { perUsd: '0.0000103680448563', takenAt: NOW }, triedAt: NOW } });
    expect(world.requests[0]).toMatchObject({
      method: 'POST',
      origin: KEY.host,
      target: '/api/v5/wallet/token/current-price',
      body: '[{"chainIndex":"0","tokenAddress":""}]'
    });
    expect(world.requests[0]?.headers['OK-ACCESS-SIGN']).toMatch(/=$/);
  });

  it('of ether, for a wallet by address, is requested from the other API family', async () => {
    const wallet: Wallet = { ...walletOf(), source: 'v6-address', address: '0xa', chains: ['1'] } as never;
    const world = worldThat(priced('2790.1'));
    expect((await read(choosing('ETH', wallet), world)).rates.ETH?.rate?.perUsd).toBe('0.000358410092828');
    expect(world.requests[0]).toMatchObject({
      target: '/api/v6/dex/index/current-price',
      body: '[{"chainIndex":"1","tokenContractAddress":""}]'
    });
  });

  it('has the age that OKX gives, by this computer’s clock, and is never in the future', async () => {
    const old = await read(choosing('BTC'), worldThat(priced('2', String(NOW - MINUTE_MS))));
    expect(old.rates.BTC?.rate?.takenAt).toBe(NOW - MINUTE_MS);
    const ahead = await read(choosing('BTC'), worldThat(priced('2', String(NOW + MINUTE_MS))));
    expect(ahead.rates.BTC?.rate?.takenAt).toBe(NOW);
    const fast = { ...choosing('BTC'), clockOffsets: { k1: 5 * MINUTE_MS } };
    const byOurs = await read(fast, worldThat(priced('2', String(NOW - 7 * MINUTE_MS))));
    expect(byOurs.rates.BTC?.rate?.takenAt).toBe(NOW - 2 * MINUTE_MS);
  });
});

describe('the rate of the yuan', () => {
  it.each([
    ['https://www.okx.com', 'https://www.okx.com'],
    ['https://web3.okx.com', 'https://www.okx.com'],
    ['https://eea.okx.com', 'https://eea.okx.com'],
    ['http://127.0.0.1:4321', 'http://127.0.0.1:4321'],
    ['https://okx.example', 'https://okx.example']
  ])(
    'with a key for %s is requested from %s, after the rate limiter, with nothing of the key',
    async (host, origin) => {
      const world = worldThat(success([{ usdCny: '7.162' }]));
      const { rates } = await read(choosing('CNY', walletOf(), host), world);
      expect(rates.CNY?.rate).toEqual({ perUsd: '7.162', takenAt: NOW });
      expect(world.requests).toEqual([
        { method: 'GET', origin, target: '/api/v5/market/exchange-rate', headers: {}, body: '' }
      ]);
      expect(world.acquiredKeyIds).toEqual([KEY.id]);
    }
  );
});

describe('reading a rate', () => {
  it.each(['none', 'manual'] as const)('is not done for %s', async code => {
    const world = worldThat();
    const model = choosing(code);
    expect(await read(model, world)).toBe(model);
    expect(world.requests).toEqual([]);
  });

  it('is not done when no key was answered', async () => {
    const world = worldThat();
    await read(choosing('BTC'), world, failed('timeout'));
    expect(world.requests).toEqual([]);
  });

  it('is done at most every ten minutes, after a failure too, unless the clock was set back', async () => {
    const world = worldThat(refuse('50001'), priced('2'), priced('4'), priced('8'));
    let model = await read(choosing('BTC'), world);
    const perUsd = async (moveMs: number) => {
      world.at += moveMs;
      model = await read(model, world);
      return model.rates.BTC?.rate?.perUsd;
    };
    expect(await perUsd(10 * MINUTE_MS - 1)).toBe(undefined);
    expect(world.requests).toHaveLength(1);
    expect(await perUsd(1)).toBe('0.5');
    expect(await perUsd(5 * MINUTE_MS)).toBe('0.5');
    expect(await perUsd(5 * MINUTE_MS)).toBe('0.25');
    expect(await perUsd(-60 * MINUTE_MS)).toBe('0.125');
  });

  it.each<[string, HttpReply | Failure]>([
    ['a refusal', refuse('50001')],
    ['the network', new Failure('timeout')],
    ['a price of zero', priced('0')],
    ['no price', success([])],
    ['the price of another coin', success([{ chainIndex: '1', tokenAddress: '', price: '5' }])]
  ])('that fails by %s keeps the last rate with its age, and is logged', async (_, last) => {
    const world = worldThat(priced('2'));
    const model = await read(choosing('BTC'), world);
    world.at += 10 * MINUTE_MS;
    world.script = () => {
      if (last instanceof Failure) throw last;
      return last;
    };
    const { rates } = await read(model, world);
    expect(rates.BTC).toEqual({ rate: { perUsd: '0.5', takenAt: NOW }, triedAt: world.at });
    expect(world.logged).toHaveLength(1);
  });

  it('does not change the rates of other currencies', async () => {
    const world = worldThat(priced('2'), priced('4'));
    const bitcoin = await read(choosing('BTC'), world);
    const both = await read({ ...choosing('ETH'), rates: bitcoin.rates }, world);
    expect(Object.keys(both.rates)).toEqual(['BTC', 'ETH']);
  });
});

describe('a rate ten times as high or low as the last one', () => {
  const rate = (perUsd: string) => ({ perUsd, takenAt: NOW });
  const after = (...readings: string[]) =>
    readings.reduce<RateAttempt | undefined>(
      (known, perUsd) => withReading(known, rate(perUsd), NOW),
      undefined
    )!.rate!.perUsd;

  it('is believed with the third reading that agrees', () => {
    expect([after('7', '70'), after('7', '70', '71'), after('7', '70', '71', '72')]).toEqual([
      '7',
      '7',
      '72'
    ]);
    expect(after('7', '0.7', '0.69', '0.7')).toBe('0.7');
  });

  it('is counted anew when a reading disagrees, and forgotten when one is as before', () => {
    expect(after('7', '70', '700', '701')).toBe('7');
    expect(after('7', '75', '75', '7.1', '75', '75')).toBe('7.1');
  });

  it('is believed at once where nothing was known, and so is an ordinary change', () => {
    expect([after('70'), after('7', '69.9')]).toEqual(['70', '69.9']);
  });
});
