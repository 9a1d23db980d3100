// Shows the state in the tray, the window and the popover, shows notifications, and opens the right view.
import { nativeTheme } from 'electron';
import type { NavigationTarget, Request } from '../../shared/ipc/contract';
import { MASK, usd } from '../../shared/text/money';
import { profileTitle } from '../../shared/text/names';
import type { Notification } from '../../shared/schema/activity';
import { notificationTextOf } from '../../shared/text/notification-text';
import type { AppState } from '../../shared/schema/app-state';
import type { Issue } from '../../shared/schema/issue';
import { POPOVER_PX, workAreaAt, type AppWindow, type ShowMode } from '../adapters/window/window';
import { navigationTargetOf, urgencyOf } from '../core/notifications/notification-delivery';
import { placeBesideTray, isKnownPosition, type Rect } from '../core/system/window-placement';
import type { NotificationOutcome } from '../core/ports/notifier';
import type { SurfacesPort, Attention } from '../core/ports/world';
import { TRAY_MENU_TEXT } from '../core/tray/menu-text';
import { trayViewOf } from '../core/tray/tray-view';
import { APP_TEXT } from '../dialogs/app-text';
import { notifyOwn, type OwnNotification } from './app-notifications';
import type { SurfaceParts, SurfacesContext } from './surface-parts';
import { StatePushes } from '../ipc/state-pushes';
import { availableUpdate } from '../profile/available-update';

export class Surfaces implements SurfacesPort {
  #state: AppState | null = null;
  /** What tray and popover show: the same, or one group of wallets. */
  #glance: AppState | null = null;
  readonly #pushes = new StatePushes();
  readonly #glancePushes = new StatePushes();
  /** Requested before the page could listen; sent when the page reads its first state. */
  #pendingTarget: NavigationTarget | null = null;
  popoverPlacement: Rect | null = null;
  /** The last notification that went to the desktop. */
  #notifiedId: string | null = null;

  /** The window's page has read a state since the app started. */
  hasPage = false;

  /** Theme for a screenshot; null: the person's choice. */
  #themeOverride: 'light' | 'dark' | null = null;

  constructor(
    readonly parts: SurfaceParts,
    readonly context: SurfacesContext
  ) {}

  issues(): readonly Issue[] {
    return [...this.context.issues(), ...availableUpdate.issues()];
  }

  draw(state: AppState, glance: AppState): void {
    // Notifications that are still on the screen contain amounts, and lead into their own profile.
    const isOther = this.#state !== null && this.#state.profile !== state.profile;
    if (isOther || (state.choices.isHidden && this.#state?.choices.isHidden === false))
      this.parts.notifier.withdraw('changes');
    this.#state = state;
    this.#glance = glance;
    const theme = this.#themeOverride ?? state.choices.theme;
    if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme;
    this.#push(state, glance);
    this.parts.tray.show(trayViewOf(glance, Date.now()), state.choices.trayInk);
    const mark = state.profile === 'demo' ? ` · ${TRAY_MENU_TEXT.demo}` : '';
    for (const page of [this.parts.window, this.parts.popover])
      page.setTitle(profileTitle(state.profileName) + mark);
    this.context.systemIntegration.applyShortcuts(state.choices);
  }

  #push(state: AppState, glance: AppState): void {
    const { window, popover } = this.parts;
    pushTo([window, ...(glance === state ? [popover] : [])], state, this.#pushes);
    pushTo(glance === state ? [] : [popover], glance, this.#glancePushes);
  }

  setTheme(theme: 'light' | 'dark' | null): void {
    this.#themeOverride = theme;
    if (this.#state && this.#glance) this.draw(this.#state, this.#glance);
  }

  /** The system's theme changed: the colour of the icon may follow it. */
  redraw(): void {
    if (this.#glance)
      this.parts.tray.show(trayViewOf(this.#glance, Date.now()), this.#glance.choices.trayInk);
  }

  /** Shows it in the window while the window has the focus, else on the desktop; a click on it opens its subject. */
  async notify(notification: Notification): Promise<'desktop' | 'window' | null> {
    const { window, notifier } = this.parts;
    if (window.isFocused()) {
      window.push('notice:shown', notification);
      return 'window';
    }
    const appNotification = {
      kind: 'changes',
      ...this.#marked(notificationTextOf(notification, this.#isMasked(), this.#hasSeveralWallets())),
      urgency: urgencyOf(notification),
      isUpdate: notification.isUpdate ?? false
    } as const;
    const outcome = await notifier.show(appNotification, () => this.open(navigationTargetOf(notification)));
    if (outcome !== 'failed') this.#notifiedId = notification.id;
    return outcome === 'failed' ? null : 'desktop';
  }

  /** While the window has the focus, a change of the toast behind it would be seen by nobody. */
  updatable(): string | null {
    const { window, notifier } = this.parts;
    return !window.isFocused() && notifier.canUpdate('changes') ? this.#notifiedId : null;
  }

  /** The demo's begin with its name, so that nobody takes them for news of their own money. */
  #marked({ title, body }: { title: string; body: string }): { title: string; body: string } {
    const isDemo = this.#state?.profile === 'demo';
    return { title: isDemo ? `${TRAY_MENU_TEXT.demo} · ${title}` : title, body };
  }

  /** Anybody who passes a locked screen can read its notifications. */
  #isMasked(): boolean {
    const choices = this.#state?.choices;
    return !choices || choices.isHidden || !choices.amountsInNotices || this.parts.power.isLocked();
  }

  #hasSeveralWallets(): boolean {
    return (this.#state?.portfolio.wallets.length ?? 0) > 1;
  }

  attention(): Attention {
    if (this.parts.power.isIdle()) return 'idle';
    return this.isVisible() ? 'visible' : 'hidden';
  }

  /** Whether a page is on the screen, looked at or not. */
  isVisible(): boolean {
    const { window, popover } = this.parts;
    return window.isVisible() || popover.isVisible();
  }

  open(target?: NavigationTarget, showMode?: ShowMode): void {
    const { window } = this.parts;
    const wasOpen = window.isOpen();
    this.context.onOpen();
    window.open(showMode);
    if (!target) return;
    if (wasOpen) window.push('view:show', target);
    else this.#pendingTarget = target;
  }

  /** A click on the tray icon opens the popover beside the icon, where the system gives the position of the icon. */
  click(icon: Rect): void {
    const { popover } = this.parts;
    if (popover.isOpen()) popover.destroy();
    else if (this.#state?.choices.trayClick === 'popover' && isKnownPosition(icon)) this.openPopover(icon);
    else this.open();
  }

  /** Runs what the popover requests. */
  act(request: Request<'popover:act'>): void {
    const { popover } = this.parts;
    if (request.action === 'pin' || request.action === 'unpin')
      return popover.setPinned(request.action === 'pin');
    popover.destroy();
    if (request.action === 'open') this.open({ view: request.view, holdingId: request.holdingId });
  }

  openPopover(icon: Rect): void {
    this.popoverPlacement = placeBesideTray(icon, workAreaAt(icon), POPOVER_PX);
    this.parts.popover.open();
  }

  /** The page has just read its first state, so it listens now. */
  handlePageReady(): void {
    this.hasPage = true;
    this.#pushes.forget();
    this.#glancePushes.forget();
    if (this.#pendingTarget) this.parts.window.push('view:show', this.#pendingTarget);
    this.#pendingTarget = null;
  }

  copyTotal(copy: (text: string) => unknown): void {
    const shown = this.#glance;
    if (!shown || shown.portfolio.takenAt === null) return;
    copy(shown.choices.isHidden ? MASK : usd(shown.portfolio.total));
  }

  notifyOwn(kind: OwnNotification): Promise<NotificationOutcome> {
    return notifyOwn(this.parts.notifier, this.#marked(APP_TEXT.notifications[kind]), kind, () =>
      this.open()
    );
  }
}

function pushTo(pages: readonly AppWindow[], state: AppState, pushes: StatePushes): void {
  const open = pages.filter(page => page.isOpen());
  if (open.length === 0) return pushes.forget();
  const text = pushes.next(state);
  for (const page of open) page.push('state:changed', text);
}
