// What the system does for the app besides tray and windows: starts it at login, hands it keys from everywhere, and links.
import { app as electron, globalShortcut } from 'electron';
import type { Request, Response } from '../../shared/ipc/contract';
import type { SYSTEM_CALLS } from '../../shared/ipc/system-calls';
import type { Choices } from '../../shared/schema/settings';
import type { Issue } from '../../shared/schema/issue';
import type { Autostart } from '../adapters/system/autostart';
import { registerUrlScheme } from '../adapters/system/url-scheme';
import { writeLog } from '../adapters/storage/app-log';
import { Shortcuts, type ShortcutAction } from '../adapters/system/shortcuts';
import type { Engine } from '../core/engine/engine';
import type { Calls } from '../ipc/call-types';
import { chooseShortcut } from '../ipc/choices';
import type { TrayAction } from '../core/tray/menu';
import { parseShortcut, supportsGlobalShortcuts } from '../core/system/shortcut';
import { launchCommandOf } from '../core/system/launch-command';
import type { Flags } from '../cli/arguments';

export interface NativeOptions {
  /** Of the live profile. */
  readonly folder: string;
  readonly flags: Flags;
  readonly onPress: (action: TrayAction) => void;
  /** What could not be had differs. */
  readonly onTroubles: () => void;
}

const PRESSED = { open: 'open', hide: 'toggle-hidden' } as const;
const isMac = process.platform === 'darwin';

export class Native {
  readonly #shortcuts: Shortcuts;
  readonly #takesKeys = supportsGlobalShortcuts(process.platform, process.env);
  #autostart: Promise<Autostart> | null = null;

  constructor(readonly options: NativeOptions) {
    const uptimeMs = () => performance.now();
    const onPress = (deed: ShortcutAction) => options.onPress(PRESSED[deed]);
    this.#shortcuts = new Shortcuts({ system: globalShortcut, onPress, uptimeMs });
  }

  /** macOS tells; elsewhere the words of the login item do. */
  get isFromLogin(): boolean {
    return isMac && electron.getLoginItemSettings().wasOpenedAtLogin;
  }

  /** After the start, when nothing waits for it any more. */
  async start(): Promise<void> {
    await (await this.#login()).updateProgramPath().catch((thrown: unknown) => {
      writeLog('warn', 'the autostart entry cannot be renewed', thrown);
    });
    const isOurs = electron.isPackaged && !process.env['PORTABLE_EXECUTABLE_FILE'];
    if (process.platform !== 'linux' && isOurs) registerUrlScheme(electron, process.execPath);
  }

  stop(): void {
    this.#shortcuts.unregisterAll();
  }

  /** What was chosen is in force, or is among the troubles. */
  follow({ shortcuts }: Choices): void {
    if (!this.#takesKeys) return;
    const wished = (keys: string | null) =>
      keys === null ? null : (parseShortcut(keys, isMac).keys ?? keys);
    const isNews = this.#shortcuts.apply({ open: wished(shortcuts.open), hide: wished(shortcuts.hide) });
    if (isNews) setImmediate(this.options.onTroubles);
  }

  troubles(): Issue[] {
    return this.#shortcuts.unavailable.map(keys => ({ code: 'shortcut-taken', file: null, keys }));
  }

  async read(): Promise<Response<'native:read'>> {
    const autostart = await (await this.#login()).read().catch(() => 'off' as const);
    return { autostart, supportsShortcuts: this.#takesKeys };
  }

  async setAutostart({ isOn }: Request<'autostart:set'>): Promise<Response<'autostart:set'>> {
    const login = await this.#login();
    const failed = await login.set(isOn).then(
      () => null,
      (thrown: unknown) => {
        writeLog('warn', 'the autostart entry cannot be written', thrown);
        return (thrown as NodeJS.ErrnoException).code ?? 'unknown';
      }
    );
    return { state: (await this.read()).autostart, errorText: failed };
  }

  setShortcut(app: Engine, asked: Request<'shortcut:set'>): Promise<Response<'shortcut:set'>> {
    const take = (deed: ShortcutAction, keys: string) =>
      this.#takesKeys && this.#shortcuts.tryReplace(deed, keys);
    return chooseShortcut(app, asked, { isMac, take });
  }

  #login(): Promise<Autostart> {
    const { flags, folder } = this.options;
    const { profile, isDemo } = flags;
    const userDataDir = flags.userDataDir === null ? null : folder;
    const { execPath, argv, env } = process;
    const { isPackaged } = electron;
    const appPath = electron.getAppPath();
    const start = launchCommandOf({ execPath, argv, isPackaged, appPath, env, profile, userDataDir, isDemo });
    const isPlain = profile === null && userDataDir === null && !isDemo;
    return (this.#autostart ??= import('../adapters/system/autostart').then(loaded =>
      loaded.openAutostart(start, isPlain)
    ));
  }
}

export function nativeCalls(app: Engine, native: Native): Pick<Calls, keyof typeof SYSTEM_CALLS> {
  return {
    'native:read': () => native.read(),
    'autostart:set': asked => native.setAutostart(asked),
    'shortcut:set': asked => native.setShortcut(app, asked)
  };
}
