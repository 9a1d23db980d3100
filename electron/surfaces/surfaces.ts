// Everything that people see and touch: tray, window, notifications. Draws the one state; hands actions to the open profile.
import { nativeTheme } from 'electron';
import type { EventPayloads, Request } from '../../shared/ipc/contract';
import { MASK, usd } from '../../shared/text/money';
import type { Notification } from '../../shared/schema/activity';
import { notificationTextOf } from '../../shared/text/notification-text';
import type { AppState } from '../../shared/schema/app-state';
import type { Issue } from '../../shared/schema/issue';
import type { NotificationOutcome } from '../adapters/system/notifications';
import { POPOVER_PX, workAreaAt, type ShowMode } from '../adapters/window/window';
import { navigationTargetOf, urgencyOf } from '../core/alerts/notification-delivery';
import { placeBesideTray, isKnownPosition, type Rect } from '../core/system/window-placement';
import type { Surfaces, Attention } from '../core/ports/world';
import { trayViewOf } from '../core/tray/tray-view';
import { tellOwn, type OwnNote } from './app-notifications';
import type { DeskParts, DeskSurroundings } from './surface-parts';
import { Pushes } from '../ipc/state-pushes';
import { updateNote } from '../profile/available-update';

export type Place = EventPayloads['view:show'];

export class Desk implements Surfaces {
  #state: AppState | null = null;
  readonly #pushes = new Pushes();
  /** Asked for before the page could listen; told when it reads its first state. */
  #pending: Place | null = null;
  popoverPlace: Rect | null = null;

  /** The window's page has read a state since the app started. */
  hasPage = false;

  /** Worn for a picture; null: the person's choice. */
  #pose: 'light' | 'dark' | null = null;

  constructor(
    readonly parts: DeskParts,
    readonly around: DeskSurroundings
  ) {}

  issues(): readonly Issue[] {
    return [...this.around.troubles(), ...updateNote.troubles()];
  }

  draw(state: AppState): void {
    // What is still on the screen names amounts.
    if (state.choices.isHidden && this.#state?.choices.isHidden === false)
      this.parts.notifier.withdraw('changes');
    this.#state = state;
    const theme = this.#pose ?? state.choices.theme;
    if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme;
    this.#push(state);
    this.parts.tray.show(trayViewOf(state, Date.now()), state.choices.trayInk);
    this.around.native.follow(state.choices);
  }

  #push(state: AppState): void {
    const open = [this.parts.window, this.parts.popover].filter(window => window.isOpen());
    if (open.length === 0) return this.#pushes.forget();
    const text = this.#pushes.next(state);
    for (const window of open) window.push('state:changed', text);
  }

  pose(theme: 'light' | 'dark' | null): void {
    this.#pose = theme;
    if (this.#state) this.draw(this.#state);
  }

  /** The system's theme changed: the icon's ink may follow it. */
  redraw(): void {
    if (this.#state) this.parts.tray.show(trayViewOf(this.#state, Date.now()), this.#state.choices.trayInk);
  }

  /** In the window while somebody looks at it; else by the desktop, and a click leads to what it is about. */
  async notify(notice: Notification): Promise<'desktop' | 'window' | null> {
    const { window, notifier } = this.parts;
    if (window.isFocused()) {
      window.push('notice:shown', notice);
      return 'window';
    }
    const note = {
      kind: 'changes',
      ...notificationTextOf(notice, this.#isMasked()),
      urgency: urgencyOf(notice)
    } as const;
    const outcome = await notifier.show(note, () => this.open(navigationTargetOf(notice)));
    return outcome === 'failed' ? null : 'desktop';
  }

  /** Whoever passes a locked screen reads its notifications. */
  #isMasked(): boolean {
    const choices = this.#state?.choices;
    return !choices || choices.isHidden || !choices.amountsInNotices || this.parts.power.isLocked();
  }

  attention(): Attention {
    if (this.parts.power.isIdle()) return 'idle';
    const { window, popover } = this.parts;
    return window.isVisible() || popover.isVisible() ? 'visible' : 'hidden';
  }

  open(place?: Place, look?: ShowMode): void {
    const { window } = this.parts;
    const wasOpen = window.isOpen();
    window.open(look);
    if (!place) return;
    if (wasOpen) window.push('view:show', place);
    else this.#pending = place;
  }

  /** A click on the tray icon: the popover beside it, where the system says where that is. */
  click(icon: Rect): void {
    const { popover } = this.parts;
    if (popover.isOpen()) popover.destroy();
    else if (this.#state?.choices.trayClick === 'popover' && isKnownPosition(icon)) this.openPopover(icon);
    else this.open();
  }

  /** What the popover asks for. */
  act(asked: Request<'popover:act'>): void {
    const { popover } = this.parts;
    if (asked.action === 'pin' || asked.action === 'unpin') return popover.setPinned(asked.action === 'pin');
    popover.destroy();
    if (asked.action === 'open') this.open({ view: asked.view, holdingId: asked.holdingId });
  }

  openPopover(icon: Rect): void {
    this.popoverPlace = placeBesideTray(icon, workAreaAt(icon), POPOVER_PX);
    this.parts.popover.open();
  }

  /** The page has just read its first state, so it listens by now. */
  pageIsReady(): void {
    this.hasPage = true;
    this.#pushes.forget();
    if (this.#pending) this.parts.window.push('view:show', this.#pending);
    this.#pending = null;
  }

  copyTotal(copy: (text: string) => unknown): void {
    if (!this.#state || this.#state.portfolio.takenAt === null) return;
    copy(this.#state.choices.isHidden ? MASK : usd(this.#state.portfolio.total));
  }

  tellOwn(what: OwnNote): Promise<NotificationOutcome> {
    return tellOwn(this.parts.notifier, what, () => this.open());
  }
}
