// Answers of the bus that arrive out of order: an old answer that comes late must not report a tray host that is gone.
import { expect, test } from 'vitest';
import type {
  BusConnection,
  RemoteInterface,
  SignalMatch
} from '../../../../electron/adapters/dbus/connection';
import { deliverNewest, TRAY_HOST } from '../../../../electron/adapters/dbus/name-owners';
import { watchTrayHost } from '../../../../electron/adapters/dbus/survey';

type Hear = (body: unknown[], path: string) => void;

/** A bus with a tray host that answers when the test says so. */
class SlowBus {
  readonly ears = new Map<string, Hear>();
  answer: (value: unknown) => void = () => undefined;

  call(_: RemoteInterface, member: string): Promise<unknown[]> {
    return Promise.resolve(member === 'GetNameOwner' ? [':1.7'] : []);
  }

  property(): Promise<unknown> {
    return new Promise(done => (this.answer = done));
  }

  listen({ member }: SignalMatch, hear: Hear): Promise<void> {
    this.ears.set(member, hear);
    return Promise.resolve();
  }
}

const turn = () => new Promise(resume => setImmediate(resume));

async function watched(): Promise<{ bus: SlowBus; reported: boolean[] }> {
  const bus = new SlowBus();
  const reported: boolean[] = [];
  void watchTrayHost(bus as unknown as BusConnection, isThere => void reported.push(isThere));
  await turn();
  return { bus, reported };
}

test('a tray host that releases its name while it is asked is gone, whatever it answers later', async () => {
  const { bus, reported } = await watched();
  bus.ears.get('NameOwnerChanged')?.([TRAY_HOST, ':1.7', ''], '/');
  bus.answer(true);
  await turn();
  expect(reported).toEqual([false]);
});

test('a tray host that answers that it is there counts as present', async () => {
  const { bus, reported } = await watched();
  bus.answer(true);
  await turn();
  expect(reported).toEqual([true]);
});

test('the newest question counts, even when an older one is answered last', async () => {
  const reported: string[] = [];
  const say = deliverNewest<string>(word => void reported.push(word));
  let answerFirst: (word: string) => void = () => undefined;
  const first = say(new Promise<string>(done => (answerFirst = done)));
  await say('second');
  answerFirst('first');
  await first;
  await say('third');
  expect(reported).toEqual(['second', 'third']);
});
