// Implements org.freedesktop.login1 for one session, as a system bus does for a program in a sandbox: the session of a
// process id is that of another program.
import dbus from '@particle/dbus-next';
import type { Bus } from './bus';

const { Interface, ACCESS_READ } = dbus.interface;
const LOGIN = 'org.freedesktop.login1';
const PATH = '/org/freedesktop/login1';
const [OWN_ID, OTHER_ID] = ['c2', 'c1'];

class Manager extends Interface {
  constructor() {
    super(`${LOGIN}.Manager`);
  }

  GetSession(id: string): string {
    return `${PATH}/session/${id}`;
  }

  GetSessionByPID(): string {
    return `${PATH}/session/${OTHER_ID}`;
  }
}
Manager.configureMembers({
  methods: {
    GetSession: { inSignature: 's', outSignature: 'o' },
    GetSessionByPID: { inSignature: 'u', outSignature: 'o' }
  }
});

class Session extends Interface {
  isLocked = false;

  constructor(private readonly id: string) {
    super(`${LOGIN}.Session`);
  }

  get Id(): string {
    return this.id;
  }

  get LockedHint(): boolean {
    return this.isLocked;
  }

  Lock(): void {
    // A signal without arguments.
  }
}
Session.configureMembers({
  properties: {
    Id: { signature: 's', access: ACCESS_READ },
    LockedHint: { signature: 'b', access: ACCESS_READ }
  },
  signals: { Lock: { signature: '' } }
});

export interface LoginSessions {
  /** Locks the session of the app, or another one. */
  lock(which: 'own' | 'other'): void;
}

export async function startLoginSessions(bus: Bus): Promise<LoginSessions> {
  const sessions = { own: new Session(OWN_ID), other: new Session(OTHER_ID) };
  bus.connection.export(PATH, new Manager());
  bus.connection.export(`${PATH}/session/auto`, new Session(OWN_ID));
  bus.connection.export(`${PATH}/session/${OWN_ID}`, sessions.own);
  bus.connection.export(`${PATH}/session/${OTHER_ID}`, sessions.other);
  await bus.own(LOGIN);
  return {
    lock(which) {
      sessions[which].isLocked = true;
      sessions[which].Lock();
    }
  };
}
