// The question for a keyring's password, as the desktop asks it: a person who dismisses it each time.
import dbus from '@particle/dbus-next';
import type { Message } from '@particle/dbus-next';
import type { Bus } from './bus';

const NAME = 'org.gnome.keyring.SystemPrompter';
const PROMPTER = 'org.gnome.keyring.internal.Prompter';

export interface Prompter {
  /** How often the password was asked for. */
  asked(): number;
}

/** Must own its name before anything asks: nothing starts the desktop's own prompter on a test's bus. */
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
    // Whoever asked may be gone by then.
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
