// The tests' own connection to a bus: calls that arrive while it closes go unanswered, and bring nothing down.
import dbus from '@particle/dbus-next';
import { expect, it } from 'vitest';
import { Bus } from '../../../desktop/linux/bus';
import { startPrivateBus } from '../../../desktop/linux/private-bus';

const CALLS = 400;
const NAME = 'org.tokentray.Test';

class Counter extends dbus.interface.Interface {
  calls = 0;
  onCall = (): void => undefined;

  Add(): number {
    this.onCall();
    return ++this.calls;
  }
}
Counter.configureMembers({ methods: { Add: { inSignature: '', outSignature: 'u' } } });

it('a connection that is closed answers nothing more, and throws nothing', async () => {
  const session = await startPrivateBus('no-keyring');
  const [server, client] = [Bus.connect(session.address), Bus.connect(session.address)];
  try {
    const counter = new Counter(NAME);
    server.connection.export('/', counter);
    await server.own(NAME);
    await client.own('org.tokentray.Client');
    const left = new Promise<void>(done => void client.onLeft(name => name === NAME && done()));
    counter.onCall = () => setImmediate(() => server.close());
    for (let call = 0; call < CALLS; call++) {
      void client.call({ destination: NAME, path: '/', interface: NAME }, 'Add').catch(() => undefined);
      await new Promise(setImmediate);
    }
    await left;
    expect(counter.calls).toBeGreaterThan(0);
    expect(counter.calls).toBeLessThan(CALLS);
  } finally {
    client.close();
    await session.stop();
  }
});
