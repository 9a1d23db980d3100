// Runs programs of a desktop that is installed in a Debian of its own, on the display and the buses of the session.
import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { electronPath, PROJECT } from '../desktop/app/program';
import type { HostName, RealDesktop } from './real-desktop';

/** Mounts what is shared in a name space of its own, which ends with the program. */
const ENTER = `set -e
root=$1; count=$2; shift 2
for place in dev proc sys; do mount --rbind "/$place" "$root/$place"; done
while [ "$count" -gt 0 ]; do
  mkdir -p "$root$1"; mount --bind "$1" "$root$1"; shift; count=$((count - 1))
done
exec chroot "$root" "$@"`;

/** Undefined: it is not installed. */
function rootOf(host: HostName): string | undefined {
  return (JSON.parse(process.env['TOKENTRAY_DESKTOP_ROOTS'] ?? '{}') as Record<string, string>)[host];
}

/** A program of the desktop gets these variables besides those of the session. */
export class DebianRoot {
  private readonly root: string;

  constructor(
    private readonly desktop: RealDesktop,
    private readonly variables: Record<string, string>
  ) {
    const root = rootOf(desktop.panel.host);
    if (root === undefined) throw new Error(`${desktop.panel.host} is not installed`);
    this.root = root;
  }

  /** Some programs end without a system bus; nobody is on this one. */
  async startSystemBus(): Promise<void> {
    const { startBus } = await import('../../electron/tools/session/session-processes.mjs');
    const socket = join(this.desktop.folder, 'system-bus');
    const place = { socket, file: `${socket}.conf`, env: process.env };
    await startBus({ ...place, onStart: (child: ChildProcess) => this.desktop.own(child) });
    this.variables['DBUS_SYSTEM_BUS_ADDRESS'] = `unix:path=${socket}`;
  }

  spawn(command: string, ...options: readonly string[]): void {
    const session = dirname(process.env['XDG_RUNTIME_DIR'] ?? '');
    // The icons of notifications are files of the app.
    const shared = [...new Set([session, this.desktop.folder, PROJECT, dirname(electronPath())])];
    for (const path of shared) mkdirSync(path, { recursive: true });
    const words = ['sh', this.root, String(shared.length), ...shared, command, ...options];
    const enter = ['--mount', '--propagation', 'private', 'sh', '-c', ENTER, ...words];
    this.desktop.spawn('unshare', enter, this.variables);
  }
}
