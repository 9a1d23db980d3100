import { describe, expect, it } from 'vitest';
import { planPoll, type ChainsBeforePoll } from '../../../../electron/core/polling/poll-plan';
import { pollWallet } from '../../../../electron/core/polling/poll-wallet';
import { worstFailureOf } from '../../../../electron/core/snapshots/poll-outcome';
import { Failure } from '../../../../shared/domain/failure';
import { KEY, MINUTE_MS, NOW, outcomeOf, refusalOf, walletOf } from '../../../fakes/holdings';
import { fakeWorld, refuse, reply, type FakeWorld, type Script } from '../../../fakes/world';

const ROW = {
  chainIndex: '1',
  tokenAddress: '',
  symbol: 'ETH',
  balance: '1',
  tokenPrice: '2000',
  address: '0xa'
};
/** 120 chains are three requests. */
const many = walletOf({ chains: Array.from({ length: 120 }, (_, i) => `${i + 1}`) });

function worldThat(script: Script): FakeWorld {
  return Object.assign(fakeWorld(), { script });
}
const throwing = (code: Failure['code']): Script => {
  return () => {
    throw new Failure(code);
  };
};
const poll = (world: FakeWorld, wallet = walletOf(), offsetMs = 0) =>
  pollWallet(
    wallet,
    KEY,
    world,
    planPoll(wallet, { parts: [], refused: [], familyOf: () => 'evm' }, { priority: 'round' }, world.at),
    offsetMs
  );
const signedAt = (world: FakeWorld) => world.requests.map(({ headers }) => headers['OK-ACCESS-TIMESTAMP']);

describe('a poll', () => {
  it('sends one request after the rate limiter, signed at that moment, and reads the reply', async () => {
    const world = worldThat(() => reply([ROW]));
    world.rateLimiter.acquire = async () => void (world.at += 5000);
    const { answers, refusals } = await poll(world);
    expect(refusals).toEqual([]);
    expect(answers).toMatchObject([
      { chains: null, answeredAt: NOW + 5000, reading: { holdings: [{ balance: '1' }] } }
    ]);
    expect(signedAt(world)).toEqual([new Date(NOW + 5000).toISOString()]);
  });

  it('sends one request per 50 chains, and waits for the rate limiter before each', async () => {
    const world = worldThat(() => reply([]));
    const { answers } = await poll(world, many);
    expect(answers.flatMap(({ chains }) => chains)).toEqual(many.chains);
    expect(world.acquiredKeyIds).toEqual([KEY.id, KEY.id, KEY.id]);
  });

  it('signs by the clock of the service when this computer’s clock is wrong, and measures ages by this computer’s clock', async () => {
    const world = worldThat(() => reply([], NOW - 10 * MINUTE_MS));
    const { answers, clockOffsetMs } = await poll(world, walletOf(), 10 * MINUTE_MS);
    expect(signedAt(world)).toEqual([new Date(NOW - 10 * MINUTE_MS).toISOString()]);
    expect(answers[0]?.answeredAt).toBe(NOW);
    expect(Math.abs(clockOffsetMs - 10 * MINUTE_MS)).toBeLessThan(1000);
  });

  it('takes the age of the data from the service’s own time, by this computer’s clock, never in the future', async () => {
    const stamped =
      (timeStamp: number): Script =>
      () => {
        const body = JSON.stringify({ code: '0', data: [{ tokenAssets: [], timeStamp: String(timeStamp) }] });
        return { status: 200, headers: {}, body };
      };
    const offset = 10 * MINUTE_MS;
    const old = await poll(worldThat(stamped(NOW - offset - MINUTE_MS)), walletOf(), offset);
    expect(old.answers[0]?.answeredAt).toBe(NOW - MINUTE_MS);
    const ahead = await poll(worldThat(stamped(NOW + MINUTE_MS)));
    expect(ahead.answers[0]?.answeredAt).toBe(NOW);
  });
});

describe('the service time of an answer', () => {
  const stamped = (timeStamp: number | null): Script => {
    const element = { tokenAssets: [], ...(timeStamp !== null && { timeStamp: String(timeStamp) }) };
    return () => ({ status: 200, headers: {}, body: JSON.stringify({ code: '0', data: [element] }) });
  };
  const offset = 10 * MINUTE_MS;
  const timeOf = async (timeStamp: number | null) =>
    (await poll(worldThat(stamped(timeStamp)), walletOf(), offset)).answers[0]?.serviceTime;

  it('is the time that the service gives, unchanged, so that the same answer again has the same', async () => {
    expect(await timeOf(NOW - offset - MINUTE_MS)).toBe(NOW - offset - MINUTE_MS);
    expect(await timeOf(NOW - offset + 2000)).toBe(NOW - offset + 2000);
  });

  it('is the time of receipt by the clock of the service where it gives none, or one that is yet to come', async () => {
    expect(await timeOf(null)).toBe(NOW - offset);
    expect(await timeOf(NOW - offset + MINUTE_MS)).toBe(NOW - offset);
  });
});

describe('a wallet all of whose chains are refused at once', () => {
  const wallet = walletOf({ chains: ['1', '56', '66'] });
  const answeredParts = wallet.chains.map(chainIndex => ({ chainIndex, answeredAt: NOW }));
  const pollKnown = (world: FakeWorld, parts: ChainsBeforePoll['parts']) => {
    const known = { parts, refused: [], familyOf: () => 'evm' };
    return pollWallet(wallet, KEY, world, planPoll(wallet, known, { priority: 'round' }, NOW), 0);
  };
  const refusing = (bad: readonly string[]): Script => {
    const chainsOf = (target: string) => /chains=([\d,]*)/.exec(target)?.[1]?.split(',') ?? [];
    return ({ target }) =>
      chainsOf(target).some(chain => bad.includes(chain)) ? refuse('81104') : reply([]);
  };

  it('fails itself, and no chain of it is called unsupported', async () => {
    const outcome = await pollKnown(worldThat(refusing(wallet.chains)), answeredParts);
    expect(outcome).toMatchObject({ answers: [], unsupported: [], remaining: null });
    expect(outcome.refusals).toMatchObject([
      { chains: wallet.chains, failure: { code: 'chain-unsupported', facts: { serviceCode: '81104' } } }
    ]);
  });

  it('names them when none was ever answered, and all but the answered one when one is', async () => {
    const first = await pollKnown(worldThat(refusing(wallet.chains)), []);
    expect([[...first.unsupported].sort(), first.refusals]).toEqual([wallet.chains, []]);
    const others = await pollKnown(worldThat(refusing(['56', '66'])), answeredParts);
    expect([[...others.unsupported].sort(), others.refusals]).toEqual([['56', '66'], []]);
  });
});

describe('a clock that is wrong', () => {
  const served = NOW - 10 * MINUTE_MS;
  const strict: Script = ({ headers }) => {
    const isNear = Math.abs(Date.parse(headers['OK-ACCESS-TIMESTAMP'] ?? '') - served) < 30_000;
    return isNear ? reply([ROW], served) : refuse('50102', 401, { date: new Date(served).toUTCString() });
  };

  it('costs one second try without a failure, signed again', async () => {
    const world = worldThat(strict);
    const { answers, refusals, clockOffsetMs } = await poll(world);
    expect([answers.length, refusals.length, world.requests.length]).toEqual([1, 0, 2]);
    expect(new Set(signedAt(world)).size).toBe(2);
    expect(Math.round(clockOffsetMs / MINUTE_MS)).toBe(10);
  });

  it('is a failure that names the offset when the second try fails too', async () => {
    const world = worldThat(() => refuse('50102', 401, { date: new Date(served).toUTCString() }));
    const { refusals } = await poll(world, many);
    expect(world.requests).toHaveLength(2);
    expect(refusals[0]?.failure.code).toBe('clock-wrong');
    expect(Math.round((refusals[0]?.failure.facts.clockOffsetMs ?? 0) / MINUTE_MS)).toBe(10);
    expect(refusals.flatMap(({ chains }) => chains)).toEqual(many.chains);
  });

  it('allows a second try for each single request', async () => {
    let tries = 0;
    const world = worldThat(() => (++tries % 2 === 1 ? refuse('50112', 401) : reply([])));
    const { answers } = await poll(world, many);
    expect([answers.length, world.requests.length]).toEqual([3, 6]);
  });
});

describe('a failure', () => {
  it.each(['timeout', 'offline', 'name-not-found', 'certificate-not-trusted'] as const)(
    'of the network (%s) ends the poll: the other chains are refused without a request, for the same reason',
    async code => {
      const world = worldThat(throwing(code));
      const { answers, refusals } = await poll(world, many);
      expect([answers.length, world.requests.length]).toEqual([0, 1]);
      expect(refusals.flatMap(({ chains }) => chains)).toEqual(many.chains);
      expect(new Set(refusals.map(({ failure }) => failure.code))).toEqual(new Set([code]));
    }
  );

  it('of the key ends the poll, and the earlier answers are kept', async () => {
    const world = worldThat((_, turn) => (turn === 1 ? reply([]) : refuse('50111', 401)));
    const { answers, refusals } = await poll(world, many);
    expect([answers.length, refusals.length, world.requests.length]).toEqual([1, 2, 2]);
  });

  it('of a chain or a damaged reply affects its own request only', async () => {
    const world = worldThat((_, turn) =>
      turn === 2 ? { status: 200, headers: {}, body: '{"code":"0","data":7}' } : reply([])
    );
    const { answers, refusals } = await poll(world, many);
    expect([answers.length, refusals.length]).toEqual([2, 1]);
    expect(refusals[0]?.failure.code).toBe('reply-damaged');
  });

  it('of the keychain sends no request', async () => {
    const world = fakeWorld();
    world.secrets.clear();
    const { refusals } = await poll(world, many);
    expect(world.requests).toEqual([]);
    expect(new Set(refusals.map(({ failure }) => failure.code))).toEqual(new Set(['key-not-in-keychain']));
    expect(refusals.flatMap(({ chains }) => chains ?? []).sort()).toEqual([...many.chains].sort());
  });

  it('has the host, and an unexpected exception becomes an internal error with its cause', async () => {
    const cause = new TypeError('oh');
    const world = worldThat(() => {
      throw cause;
    });
    const { refusals } = await poll(world);
    expect(refusals[0]?.failure).toMatchObject({ code: 'bug', cause, facts: { host: 'www.okx.com' } });
  });

  it('that stops the polling is the worst of several', () => {
    const codes = ['timeout', 'region-blocked', 'key-unknown', 'offline'] as const;
    expect(
      worstFailureOf(
        outcomeOf(
          [],
          codes.map(code => refusalOf(code))
        )
      )?.code
    ).toBe('key-unknown');
    expect(worstFailureOf(outcomeOf([]))).toBe(null);
  });
});
