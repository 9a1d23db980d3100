// Asks the desktop whether its panel is dark: Xfce over D-Bus, Plasma by its files. GNOME's bar is always dark.
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { kdePanelTone, xfcePanelTone, type PanelTone } from '../../core/tray/panel-tone';
import type { BusConnection, RemoteInterface } from './connection';

type Environment = Readonly<Record<string, string | undefined>>;

const XFCONF: RemoteInterface = {
  destination: 'org.xfce.Xfconf',
  path: '/org/xfce/Xfconf',
  interface: 'org.xfce.Xfconf'
};
const PANEL = 'xfce4-panel';

/** Null: this desktop is another one, or does not say. Starts no program. */
export async function panelTone(bus: BusConnection, env: Environment): Promise<PanelTone | null> {
  const desktop = env['XDG_CURRENT_DESKTOP'] ?? '';
  if (/KDE/i.test(desktop)) return kdeTone(env);
  if (!/XFCE/i.test(desktop)) return null;
  const [found] = await bus.call(XFCONF, 'GetAllProperties', 'ss', [PANEL, '/panels']).catch(() => []);
  return xfcePanelTone(plain(found ?? {}) as Record<string, unknown>);
}

/** Calls `onTone` now and whenever Xfce's panel is changed. */
export async function watchPanelTone(
  bus: BusConnection,
  env: Environment,
  onTone: (tone: PanelTone | null) => void
): Promise<void> {
  const ask = async () => onTone(await panelTone(bus, env));
  if (/XFCE/i.test(env['XDG_CURRENT_DESKTOP'] ?? '')) {
    const match = { sender: XFCONF.destination, interface: XFCONF.interface, arg0: PANEL };
    for (const member of ['PropertyChanged', 'PropertyRemoved'])
      await bus.listen({ ...match, member }, () => void ask());
  }
  await ask();
}

async function kdeTone(env: Environment): Promise<PanelTone | null> {
  const folder = env['XDG_CONFIG_HOME'] ?? join(env['HOME'] ?? homedir(), '.config');
  const read = (name: string) => readFile(join(folder, name), 'utf8').catch(() => '');
  return kdePanelTone(await read('kdeglobals'), await read('plasmarc'));
}

/** Values without the variants around them. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if ('signature' in value && 'value' in value) return plain(value.value);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}
