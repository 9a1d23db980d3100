// Connects the surfaces, the desktop integration and the open profile, and passes events between them.
import { app } from 'electron';
import { join } from 'node:path';
import { writeLog } from '../adapters/storage/app-log';
import { servePages } from '../adapters/window/app-protocol';
import { ORIGIN, workAreas } from '../adapters/window/window';
import type { UncaughtErrors } from './uncaught-errors';
import { WindowClosing, WindowRecovery } from '../surfaces/window-lifecycle';
import { withoutNotificationIssue } from '../core/engine/persistence';
import type { TrayAction } from '../core/tray/menu-rows';
import { restoredPlacement } from '../core/system/window-placement';
import { LastLook } from '../surfaces/last-look';
import { Surfaces } from '../surfaces/surfaces';
import { createSurfaceParts, type SurfacePartsOptions } from '../surfaces/surface-parts';
import { LinuxDesktop } from '../surfaces/linux-desktop';
import type { Arguments } from '../cli/arguments';
import { navigationTargetOfLink } from './deep-links';
import { SystemIntegration } from '../surfaces/system-integration';
import type { Profile, ProfileKind } from '../profile/running-profile';
import { ProfileSwitch } from './profile-switch';
import { answerQuestion, answerWithDecision, requestOfSecondInstance } from './second-instance';

export class Application {
  readonly surfaces: Surfaces;
  readonly #linuxDesktop: LinuxDesktop;
  readonly #systemIntegration: SystemIntegration;
  readonly #profileSwitch: ProfileSwitch;
  readonly #windowRecovery = new WindowRecovery({
    open: showMode => this.surfaces.open(undefined, showMode),
    giveUp: notification => void this.surfaces.notifyOwn(notification)
  });
  readonly #updateAttention = () => this.#profileSwitch.current?.engine.attentionChanged();
  readonly #windowClosing = new WindowClosing({
    currentEngine: () => (this.#isEnding ? null : (this.#profileSwitch.current?.engine ?? null)),
    hasTray: () => this.#linuxDesktop.hasTray(),
    notify: notification => void this.surfaces.notifyOwn(notification)
  });
  readonly #lastLook = new LastLook({
    lookedAt: () => this.#lookedAt(),
    now: () => this.#profileSwitch.current?.engine.world.clock.now() ?? 0,
    keep: lookedAt => void (this.#keptLook = this.#profileSwitch.current?.engine.choose({ lookedAt }))
  });
  /** Resolves when the last look is in the file. */
  #keptLook: Promise<void> | undefined;
  #isEnding = false;
  #isTakingPictures = false;
  /** The link of the start. It is shown once a profile is open. */
  #pendingLink: string | null;

  constructor(readonly options: { folder: string; args: Arguments; uncaughtErrors: UncaughtErrors }) {
    const { uncaughtErrors, args } = options;
    this.#pendingLink = args.link;
    this.#isTakingPictures = Boolean(args.pictures);
    const parts = createSurfaceParts(this.#partsOptions());
    this.#linuxDesktop = new LinuxDesktop({
      tray: parts.tray,
      power: parts.power,
      onIssues: this.#updateAttention,
      onNotificationsAccepted: () =>
        this.#profileSwitch.current?.engine.applyUpdate(withoutNotificationIssue),
      onNoTray: () => void (this.surfaces.parts.window.isOpen() || this.#windowClosing.notifyNoTray())
    });
    this.#systemIntegration = new SystemIntegration({
      ...options,
      onPress: action => this.#act(action),
      onIssues: this.#updateAttention
    });
    uncaughtErrors.onChange = this.#updateAttention;
    const issues = () =>
      [this.#linuxDesktop, uncaughtErrors, this.#systemIntegration].flatMap(each => each.issues());
    this.surfaces = new Surfaces(parts, {
      issues,
      survey: () => this.#linuxDesktop.survey(),
      systemIntegration: this.#systemIntegration,
      onOpen: () => this.#lastLook.begin()
    });
    this.#profileSwitch = new ProfileSwitch({
      ...options,
      surfaces: this.surfaces,
      isHeld: () => this.#isTakingPictures
    });
    servePages(join(__dirname, '../renderer'));
  }

  async open(kind: ProfileKind): Promise<void> {
    const { answerCalls } = await import('../adapters/window/ipc-server');
    answerCalls(ORIGIN, (name, request) => this.#answerCall(name, request));
    await this.#profileSwitch.load(kind);
    const { isOnce, isHidden } = this.options.args;
    // With `isOnce` the window stays closed until a notification went to the desktop: a focused window would show the
    // notification itself.
    if (this.#pendingLink !== null) this.showLink(this.#pendingLink);
    else if (!isHidden && !this.#systemIntegration.isStartedAtLogin && !isOnce) this.surfaces.open();
    this.#profileSwitch.current?.engine.tick();
    await this.#linuxDesktop.start();
    void this.#systemIntegration.start();
  }

  /** Takes the pictures that were asked for. Meanwhile the app does nothing that a person clicks, but quits. */
  async takePictures(): Promise<void> {
    const { pictures, isAll, isOnce } = this.options.args;
    const profile = this.#profileSwitch.current;
    if (!pictures) return;
    try {
      const { showDemo } = await import('./screenshots/demo-show');
      if (profile) await showDemo(profile, this.surfaces, pictures, isAll);
    } catch (thrown) {
      this.options.uncaughtErrors.record('the pictures could not be taken', thrown);
      process.stderr.write('The pictures could not be taken.\n');
    }
    this.#isTakingPictures = false;
    if (isOnce) app.quit();
  }

  /** The colour of the icon may follow the system's theme, or a panel that does. */
  handleThemeChange(): void {
    this.surfaces.redraw();
    this.#linuxDesktop.askPanel();
  }

  async end(): Promise<void> {
    this.#isEnding = true;
    const { window, popover, tray } = this.surfaces.parts;
    const windowPlace = window.bounds();
    this.#linuxDesktop.stop();
    this.#systemIntegration.stop();
    for (const page of [popover, window]) page.destroy();
    this.#followLook();
    await this.#profileSwitch.close();
    await this.#keptLook;
    if (windowPlace) await this.#profileSwitch.current?.engine.choose({ windowPlace });
    tray.destroy();
  }

  /** A second start shows the window; a second start with a command runs that command. */
  handleSecondInstance(data: unknown): void {
    const request = requestOfSecondInstance(data, this.#choices?.isHidden ?? false);
    if (request && 'link' in request) this.showLink(request.link);
    else if (request && 'deed' in request)
      answerWithDecision(request, () => this.#profileSwitch.current?.engine);
    else if (request && 'question' in request)
      answerQuestion(request.question, () => this.#profileSwitch.current?.calls);
    else if (request) setTimeout(() => this.#act(request.action), request.delayMs);
  }

  showLink(text: string): void {
    const state = this.#profileSwitch.current?.engine.state;
    if (state) this.surfaces.open(navigationTargetOfLink(text, state));
    else this.#pendingLink = text;
  }

  #partsOptions(): SurfacePartsOptions {
    return {
      onAttention: () => {
        this.#followLook();
        this.#updateAttention();
      },
      busNotifications: () => this.#linuxDesktop.notifications,
      tray: {
        onAction: action => {
          this.#lastLook.clickMenu();
          this.#act(action);
        },
        onClick: icon => void (this.#isTakingPictures || this.surfaces.click(icon)),
        onMenu: isOpen => (isOpen ? this.#lastLook.begin() : this.#followLook())
      },
      window: {
        placement: () => restoredPlacement(this.#choices?.windowPlace ?? null, workAreas()),
        onClosed: placement => {
          if (!this.surfaces.isVisible()) this.#lastLook.endWithWindow();
          this.#windowClosing.handleClosed(placement);
        },
        onFault: (fault, showMode) => this.#windowRecovery.handleFault(fault, showMode),
        isReachableWhenClosed: () => this.#isEnding || this.#linuxDesktop.hasTray(),
        onClosePrevented: () => this.#windowClosing.notifyNoTray()
      },
      popover: {
        placement: () => this.surfaces.popoverPlacement,
        onFault: ({ reason }) => writeLog('error', `the popover failed: ${reason}`)
      },
      power: {
        onWake: () => this.#profileSwitch.current?.engine.wake(),
        onLock: () => this.#handleLock(),
        onChange: this.#updateAttention,
        onShutdown: () => app.quit()
      }
    };
  }

  /** A look ends when the last page is no longer on the screen, and with the menu if no page is. */
  #followLook(): void {
    if (this.surfaces.isVisible()) this.#lastLook.begin();
    else this.#lastLook.end();
  }

  /** Null: nothing can be seen. */
  #lookedAt(): number | null {
    const settings = this.#profileSwitch.current?.engine.model.settings;
    return settings && settings.wallets.length > 0 && !this.#isTakingPictures
      ? settings.choices.lookedAt
      : null;
  }

  async #answerCall(name: keyof Profile['calls'], request: unknown): Promise<unknown> {
    const calls = this.#profileSwitch.current?.calls;
    if (!calls) throw new Error('not open yet');
    const answer = await (calls[name] as (request: unknown) => Promise<unknown>)(request);
    if (name === 'state:read') setImmediate(() => this.surfaces.handlePageReady());
    return answer;
  }

  #act(action: TrayAction): void {
    if (this.#isTakingPictures && action !== 'quit') return;
    if (this.#profileSwitch.current) this.#profileSwitch.current.act(action);
    else if (action === 'quit') app.quit();
  }

  get #choices() {
    return this.#profileSwitch.current?.engine.model.settings.choices;
  }

  #handleLock(): void {
    const choices = this.#choices;
    if (choices?.hideOnLock && !choices.isHidden)
      void this.#profileSwitch.current?.engine.choose({ isHidden: true });
  }
}
