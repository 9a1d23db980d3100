// Simulates the desktop's prompt for a keyring password, with a person who dismisses it each time.
import dbus from '@particle/dbus-next';
import type { Message } from '@particle/dbus-next';
import type { Bus } from './bus';

const NAME = 'org.gnome.keyring.SystemPrompter';
const PROMPTER = 'org.gnome.keyring.internal.Prompter';

export interface Prompter {
  /** How often the password was requested. */
  asked(): number;
}

/** Must own its name before the first request: nothing starts the desktop's own prompter on a test's bus. */
export async function startDismissingPrompter(bus: Bus): Promise<Prompter> {
  let asked = 0;
  const answer = (message: Message) => {
    const [path] = message.body as [string];
    const target = { destination: message.sender ?? '', path, interface: `${PROMPTER}.Callback` };
    const ready = (reply: string) => bus.call(target, 'PromptReady', 'sa{sv}s', [reply, {}, '']);
    const deeds: Record<string, () => Promise<unknown>> = {
      BeginPrompting: () => ready(''),
      PerformPrompt() {
        asked++;
        return ready('no');
      },
      StopPrompting: () => bus.call(target, 'PromptDone')
    };
    // The program that requested the password may have ended by then.
    deeds[message.member ?? '']?.().catch(() => undefined);
  };
  bus.connection.addMethodHandler((message: Message) => {
    if (message.interface !== PROMPTER) return false;
    bus.connection.send(dbus.Message.newMethodReturn(message, '', []));
    answer(message);
    return true;
  });
  await bus.own(NAME);
  return { asked: () => asked };
}
