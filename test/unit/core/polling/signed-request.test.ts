import { describe, expect, it } from 'vitest';
import { sendSigned, type RequestTask } from '../../../../electron/core/polling/signed-request';
import type { HttpReply } from '../../../../electron/core/ports/ports';
import { drivers } from '../../../../electron/okx/drivers';
import { Failure } from '../../../../shared/domain/failure';
import { KEY, MINUTE_MS, NOW } from '../../../fakes/holdings';
import { fakeWorld, refuse, reply, type FakeWorld, type Script } from '../../../fakes/world';

const DRIVER = drivers['v5-account'];
const QUESTION: RequestTask<string> = {
  key: KEY,
  plan: () => DRIVER.planChains(),
  priority: 'round',
  sign: DRIVER.sign,
  read: (got: HttpReply) => {
    if (got.status !== 200) throw new Failure('clock-wrong');
    return got.body;
  }
};
const worldThat = (script: Script): FakeWorld => Object.assign(fakeWorld(), { script });
const ask = (world: FakeWorld, offsetMs = 0, change: Partial<RequestTask<string>> = {}) =>
  sendSigned({ ...QUESTION, ...change }, world, offsetMs);
const signedAt = (world: FakeWorld) => world.requests.map(({ headers }) => headers['OK-ACCESS-TIMESTAMP']);

describe('a signed request', () => {
  it('waits with its priority, and a look is not repeated when the clock was wrong', async () => {
    const world = worldThat(() => refuse('50102', 401));
    await ask(world, 0, { priority: 'look' });
    expect(world.priorities).toEqual(['look']);
    await ask(world, 0, { priority: 'person' });
    expect(world.priorities).toEqual(['look', 'person', 'person']);
  });

  it('waits for the rate limiter of its key, signs after that, and returns the content with its time', async () => {
    const world = worldThat(() => {
      world.at += 300;
      return reply([]);
    });
    world.rateLimiter.acquire = async keyId => {
      world.acquiredKeyIds.push(keyId);
      world.at += 5000;
    };
    const outcome = await ask(world);
    expect(outcome).toMatchObject({ failure: null, receivedAt: NOW + 5300, content: expect.any(String) });
    expect(world.acquiredKeyIds).toEqual([KEY.id]);
    expect(signedAt(world)).toEqual([new Date(NOW + 5000).toISOString()]);
  });

  it('reads the credentials again each time, and sends nothing without them', async () => {
    const world = fakeWorld();
    world.secrets.clear();
    expect((await ask(world)).failure?.code).toBe('key-not-in-keychain');
    expect([world.requests, world.acquiredKeyIds]).toEqual([[], []]);
  });

  it('measures the clock of the service even from a refusal', async () => {
    const served = NOW - 7 * MINUTE_MS;
    const world = worldThat(() => refuse('50111', 401, { date: new Date(served).toUTCString() }));
    const outcome = await ask(world, 0, {
      read: () => {
        throw new Failure('key-unknown');
      }
    });
    expect(Math.round(outcome.clockOffsetMs / MINUTE_MS)).toBe(7);
    expect(world.requests).toHaveLength(1);
  });

  // The header has whole seconds, so the middle of its second is the best estimate.
  it('that failed only because of the clock is sent once more, signed with the offset just measured', async () => {
    const served = NOW - 10 * MINUTE_MS;
    const date = new Date(served).toUTCString();
    const world = worldThat((_, turn) =>
      turn === 1 ? refuse('50102', 401, { date }) : { ...reply([]), headers: { date } }
    );
    expect((await ask(world)).failure).toBe(null);
    expect(signedAt(world)).toEqual([new Date(NOW).toISOString(), new Date(served + 500).toISOString()]);
    expect(world.acquiredKeyIds).toHaveLength(2);
  });

  it('is not sent a third time', async () => {
    const world = worldThat(() => refuse('50102', 401));
    expect((await ask(world)).failure?.code).toBe('clock-wrong');
    expect(world.requests).toHaveLength(2);
  });

  it('that must not be sent is a failure, for which nothing waits and no key is read', async () => {
    const world = worldThat(() => reply([]));
    const plan = () => {
      throw new Failure('account-unknown');
    };
    const { failure } = await ask(world, 0, { plan });
    expect(failure?.code).toBe('account-unknown');
    expect([world.requests, world.acquiredKeyIds]).toEqual([[], []]);
  });

  it('fails with the host of the request, unless the failure names another one', async () => {
    const failing = (facts: Failure['facts']): Script => {
      return () => {
        throw new Failure('timeout', facts);
      };
    };
    expect((await ask(worldThat(failing({})))).failure?.facts.host).toBe('www.okx.com');
    expect((await ask(worldThat(failing({ host: 'proxy' })))).failure?.facts.host).toBe('proxy');
  });

  it('never throws: an internal error becomes a failure with its cause', async () => {
    const cause = new TypeError('oh');
    const outcome = await ask(fakeWorld(), 5, {
      sign: () => {
        throw cause;
      }
    });
    expect(outcome).toMatchObject({ failure: { code: 'bug', cause }, clockOffsetMs: 5 });
  });
});
