// Manages the integration with the system: start at login, global shortcuts, and the tokentray:// URL scheme.
import { app, globalShortcut } from 'electron';
import type { Request, Response } from '../../shared/ipc/contract';
import type { Choices } from '../../shared/schema/settings';
import type { Issue } from '../../shared/schema/issue';
import type { Autostart } from '../adapters/system/autostart';
import { registerUrlScheme } from '../adapters/system/url-scheme';
import { writeLog } from '../adapters/storage/app-log';
import { Shortcuts, type GlobalShortcutAction } from '../adapters/system/shortcuts';
import type { TrayAction } from '../core/tray/menu-rows';
import { parseShortcut, supportsGlobalShortcuts } from '../core/system/shortcut';
import { launcherFileOf } from '../core/system/launch-command';
import type { Arguments } from '../cli/arguments';
import { openLoginEntry } from '../profile/login-entry';

export interface SystemIntegrationOptions {
  /** Folder of the live profile. */
  readonly folder: string;
  readonly args: Arguments;
  readonly onPress: (action: TrayAction) => void;
  /** Called when the issues of the shortcuts have changed. */
  readonly onIssues: () => void;
}

const TRAY_ACTIONS = { open: 'open', hide: 'toggle-hidden' } as const;
const isMac = process.platform === 'darwin';

export class SystemIntegration {
  readonly #shortcuts: Shortcuts;
  readonly #supportsShortcuts = supportsGlobalShortcuts(process.platform, process.env);
  #autostart: Promise<Autostart> | null = null;

  constructor(readonly options: SystemIntegrationOptions) {
    const uptimeMs = () => performance.now();
    const onPress = (action: GlobalShortcutAction) => options.onPress(TRAY_ACTIONS[action]);
    this.#shortcuts = new Shortcuts({ system: globalShortcut, onPress, uptimeMs });
  }

  /** macOS reports this; on other systems the arguments of the login item contain it. */
  get isStartedAtLogin(): boolean {
    return isMac && app.getLoginItemSettings().wasOpenedAtLogin;
  }

  /** Runs after the start, when nothing waits for it any more. */
  async start(): Promise<void> {
    await (await this.#openAutostart()).updateProgramPath().catch((thrown: unknown) => {
      writeLog('warn', 'the autostart entry cannot be renewed', thrown);
    });
    const { env, execPath, platform } = process;
    const { isPackaged } = app;
    // A program that is started through another file runs from a folder that is gone after it.
    const isInstalled = isPackaged && launcherFileOf({ env, execPath, isPackaged }) === null;
    if (platform !== 'linux' && isInstalled) registerUrlScheme(app, execPath);
  }

  stop(): void {
    this.#shortcuts.unregisterAll();
  }

  /** Registers the chosen shortcuts; those that cannot be registered become issues. */
  applyShortcuts({ shortcuts }: Choices): void {
    if (!this.#supportsShortcuts) return;
    const desired = (keys: string | null) =>
      keys === null ? null : (parseShortcut(keys, isMac).keys ?? keys);
    const isChanged = this.#shortcuts.apply({ open: desired(shortcuts.open), hide: desired(shortcuts.hide) });
    if (isChanged) setImmediate(this.options.onIssues);
  }

  issues(): Issue[] {
    return this.#shortcuts.unavailable.map(keys => ({ code: 'shortcut-taken', file: null, keys }));
  }

  async read(): Promise<Response<'native:read'>> {
    const autostart = await (await this.#openAutostart()).read().catch(() => 'off' as const);
    return { autostart, supportsShortcuts: this.#supportsShortcuts };
  }

  async setAutostart({ isOn }: Request<'autostart:set'>): Promise<Response<'autostart:set'>> {
    const autostart = await this.#openAutostart();
    const errorText = await autostart.set(isOn).then(
      () => null,
      (thrown: unknown) => {
        writeLog('warn', 'the autostart entry cannot be written', thrown);
        return (thrown as NodeJS.ErrnoException).code ?? 'unknown';
      }
    );
    return { state: (await this.read()).autostart, errorText };
  }

  /** Gives false when another program has the keys; the earlier ones then stay in force. */
  tryReplaceShortcut(action: GlobalShortcutAction, keys: string): boolean {
    return this.#supportsShortcuts && this.#shortcuts.tryReplace(action, keys);
  }

  #openAutostart(): Promise<Autostart> {
    const { args, folder } = this.options;
    return (this.#autostart ??= openLoginEntry(args, folder));
  }
}
