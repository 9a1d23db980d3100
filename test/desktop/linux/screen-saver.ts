// Implements org.freedesktop.ScreenSaver as a desktop does: reports when the screen is locked.
import dbus from '@particle/dbus-next';
import type { Bus } from './bus';

const { Interface } = dbus.interface;
const NAME = 'org.freedesktop.ScreenSaver';

class Saver extends Interface {
  isActive = false;

  constructor() {
    super(NAME);
  }

  GetActive(): boolean {
    return this.isActive;
  }

  ActiveChanged(isActive: boolean): boolean {
    return isActive;
  }
}

Saver.configureMembers({
  methods: { GetActive: { outSignature: 'b' } },
  signals: { ActiveChanged: { signature: 'b' } }
});

export interface ScreenSaver {
  lock(isLocked: boolean): void;
}

export async function startScreenSaver(bus: Bus, isActive = false): Promise<ScreenSaver> {
  const saver = new Saver();
  saver.isActive = isActive;
  bus.connection.export('/org/freedesktop/ScreenSaver', saver);
  await bus.own(NAME);
  return {
    lock(isLocked) {
      saver.isActive = isLocked;
      saver.ActiveChanged(isLocked);
    }
  };
}
