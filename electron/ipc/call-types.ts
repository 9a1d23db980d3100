// Types of the handlers of the window's calls: the table that answers every call, and what its handlers are given.
import type { CallName } from '../../shared/ipc/channels';
import type { Request, Response } from '../../shared/ipc/contract';
import type { UpdateStatus } from '../../shared/ipc/profile-calls';
import type { ExplorerKind } from '../../shared/domain/explorers';
import type { Diagnostics } from '../../shared/schema/diagnostics';
import type { GlobalShortcutAction } from '../adapters/system/shortcuts';
import type { Engine } from '../core/engine/engine';

export type Calls = { readonly [Name in CallName]: (request: Request<Name>) => Promise<Response<Name>> };
type Done = Promise<{ done: boolean }>;

/** What handlers may use: the engine, and the parts of the running application that the engine does not know. */
export interface CallContext {
  readonly engine: Engine;
  readonly dialogs: Dialogs;
  readonly browser: Browser;
  readonly desktop: Desktop;
  readonly profile: ProfileActions;
  readonly diagnose: () => Promise<Diagnostics>;
}

/** The context of one table of handlers, with what they share among themselves. */
export interface HandlerContext extends CallContext {
  /** The file that was saved last: the only one that the window can have shown in its folder. */
  readonly lastSaved: { path: string | null };
}

/** Questions to the person, in dialogs of the system. */
export interface Dialogs {
  /** Gives the path that the person chose for a file of this name, or null. `format`: offered as the kind of file. */
  chooseSavePath(name: string, format?: 'csv' | 'json'): Promise<string | null>;
  /** Gives the path that the person chose, or null. */
  chooseCaFilePath(): Promise<string | null>;
  /** `host`: with its port, as it would be contacted. `warning`: what the person should know about it. */
  confirmHost(host: string, warning: string): Promise<boolean>;
}

/** Opens explorer pages and OKX's portals in the system's browser. */
export interface Browser {
  /** Asks before a host is opened for the first time. */
  confirm(
    host: string,
    kind: ExplorerKind | 'portal'
  ): Promise<{ isConfirmed: boolean; isRemembered: boolean }>;
  open(url: string): Promise<void>;
}

/** The desktop around the window: popover, clipboard, test notification, autostart, global shortcuts. */
export interface Desktop {
  readonly isMac: boolean;
  actOnPopover(request: Request<'popover:act'>): void;
  copy(text: string): unknown;
  /** Opens the folder of a file, with the file selected. */
  showInFolder(file: string): void;
  showTestNotification(): Promise<Response<'notice:test'>['outcome']>;
  readIntegration(): Promise<Response<'native:read'>>;
  readKeychain(): Promise<Response<'keychain:read'>>;
  iconPictures(): Response<'icon:read'>;
  setAutostart(request: Request<'autostart:set'>): Promise<Response<'autostart:set'>>;
  /** Gives false when another program has the keys; the earlier ones then stay in force. */
  tryReplaceShortcut(action: GlobalShortcutAction, keys: string): boolean;
  quit(): void;
}

/** What can be done with the profile as a whole. */
export interface ProfileActions {
  /** Gives the path where the settings were saved, or null. */
  exportSettings(): Promise<string | null>;
  /** The main process shows all dialogs of these, also the one with the result. */
  importSettings(): Done;
  /** Gives false when the person did not confirm it; the profile is removed after the answer was sent. */
  reset(): Done;
  switchTo(kind: 'live' | 'demo'): void;
  updates(): Promise<UpdateActions>;
}

export interface UpdateActions {
  read(): UpdateStatus;
  check(): Promise<UpdateStatus>;
  openPage(): Promise<void>;
}
