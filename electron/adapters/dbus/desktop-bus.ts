// Watches the Linux desktop over D-Bus: tray host, notification server, screen lock.
// Loaded on Linux only.
import { existsSync } from 'node:fs';
import { keepConnected } from './connection';
import { isActivatable, deliverNewest, NOTIFICATIONS, watchOwner } from './name-owners';
import type { NotificationClient } from './notification-client';
import { watchSavers, watchSession } from './screen-lock';
import { surveyDesktop, hasOwnItem, watchTrayHost } from './survey';
import type { DesktopSurvey } from '../../core/ports/desktop-survey';
import type { PanelTone } from '../../core/tray/panel-tone';
import { panelTone, watchPanelTone } from './panel';

/** Null: not known, because the bus does not answer. */
export interface DesktopFacts {
  readonly hasTrayHost: boolean | null;
  /** Whether a notification server runs, or the bus starts one for the first notification. */
  readonly acceptsNotifications: boolean | null;
  readonly isLocked: boolean;
  /** Of the panel; null: this desktop does not say. */
  readonly panelTone: PanelTone | null;
}

export interface DesktopBus {
  facts(): DesktopFacts;
  /** Whether our tray icon is registered with the host; null: that is not known. */
  isInTray(): Promise<boolean | null>;
  /** Asks again how dark the panel is; a change comes by `onChange`. */
  askPanel(): Promise<void>;
  /** The programs that provide each service; null while the bus does not answer. */
  survey(): Promise<DesktopSurvey | null>;
  stop(): void;
}

export interface DesktopBusOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly uptimeMs: () => number;
  /** The tooltip of our tray icon, by which it is recognized; null: there is no icon. */
  readonly ownTooltip: () => string | null;
  /** Shows notifications over the connection to the session bus; null: this program shows none. */
  readonly notifications: NotificationClient | null;
  /** Called when something differs. */
  readonly onChange: (facts: DesktopFacts) => void;
}

const UNKNOWN = { hasTrayHost: null, acceptsNotifications: null };
const SYSTEM = 'system';
const SYSTEM_BUS = 'unix:path=/run/dbus/system_bus_socket';

/** Starts no program and blocks nothing: a bus that is missing, ends or returns only changes the facts. */
export function watchDesktopBus(options: DesktopBusOptions): DesktopBus {
  const { env, uptimeMs, ownTooltip, notifications, onChange } = options;
  let facts: DesktopFacts = { ...UNKNOWN, isLocked: false, panelTone: null };
  const locks = new Map<string, boolean>();

  function updateFacts(change: Partial<DesktopFacts>): void {
    const next = { ...facts, ...change };
    if (JSON.stringify(next) === JSON.stringify(facts)) return;
    facts = next;
    onChange(facts);
  }

  function setLockState(source: string, isLocked: boolean): void {
    locks.set(source, isLocked);
    updateFacts({ isLocked: [...locks.values()].includes(true) });
  }

  const sessionBus = keepConnected({
    address: sessionBusAddress(env),
    uptimeMs,
    async onConnected(bus) {
      await notifications?.attach(bus);
      await watchTrayHost(bus, hasTrayHost => updateFacts({ hasTrayHost }));
      const publish = deliverNewest<boolean>(acceptsNotifications => updateFacts({ acceptsNotifications }));
      await watchOwner(bus, NOTIFICATIONS, owner =>
        publish(owner !== '' || isActivatable(bus, NOTIFICATIONS))
      );
      await watchSavers(bus, setLockState);
      await watchPanelTone(bus, env, tone => updateFacts({ panelTone: tone }));
    },
    onLost() {
      notifications?.detach();
      for (const source of locks.keys()) if (source !== SYSTEM) locks.delete(source);
      updateFacts({ ...UNKNOWN, isLocked: locks.get(SYSTEM) === true });
    }
  });
  const systemBus = keepConnected({
    address: env['DBUS_SYSTEM_BUS_ADDRESS'] ?? SYSTEM_BUS,
    uptimeMs,
    onConnected: bus =>
      watchSession(bus, (_, isLocked) => setLockState(SYSTEM, isLocked), env['XDG_SESSION_ID']),
    onLost: () => setLockState(SYSTEM, false)
  });

  return {
    facts: () => facts,
    isInTray: async () => (sessionBus.bus() ? await hasOwnItem(sessionBus.bus()!, ownTooltip()) : null),
    survey: async () => (sessionBus.bus() ? await surveyDesktop(sessionBus.bus()!, ownTooltip()) : null),
    async askPanel() {
      const bus = sessionBus.bus();
      if (bus) updateFacts({ panelTone: await panelTone(bus, env) });
    },
    stop() {
      sessionBus.stop();
      systemBus.stop();
    }
  };
}

/** The address is found in the same way as by libdbus and GDBus. */
function sessionBusAddress(env: DesktopBusOptions['env']): string | null {
  const named = env['DBUS_SESSION_BUS_ADDRESS'];
  if (named) return named.split(';')[0] ?? null;
  const socket = `${env['XDG_RUNTIME_DIR'] ?? ''}/bus`;
  return existsSync(socket) ? `unix:path=${socket}` : null;
}
