// Takes the screenshots of one scene: sets up the app, waits until it is drawn, and saves the PNG files.
import type { BrowserWindow } from 'electron';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Surfaces } from '../../surfaces/surfaces';
import type { Profile } from '../../profile/running-profile';
import { advanceAndPoll } from './advance-and-poll';
import type { Scene } from './scenes';
import {
  answerOf,
  captureSettled,
  CAPTURES_BETWEEN,
  CAPTURES_OF_PICTURE,
  inPage,
  untilShown
} from './settled-window';
import { isFixed } from '../../adapters/system/fixed-clock';

/** Twice the duration of a round of the demo. */
const FAULT_MS = 5000;
const WINDOW_SIZE = { width: 980, height: 680 };
/** A longer page is captured in several screenshots, up to this many. */
const MAX_SCREENS = 8;
/** A position in the middle of a bar at the top. */
const TRAY_ICON_RECT = { x: 600, y: 0, width: 24, height: 24 };
const CAPTURE_CHOICES = { isHidden: false, language: 'en' } as const;

export class Capture {
  /** Lets people touch a window again. */
  readonly #releases = new Map<BrowserWindow, () => Promise<void>>();
  /** Ends the last injected fault. */
  #clearFault: () => void = () => undefined;

  constructor(
    private readonly profile: Profile,
    private readonly surfaces: Surfaces,
    private readonly folder: string
  ) {}

  /** `isFullPage`: a page longer than the window is scrolled and captured screen by screen. */
  async captureScene(scene: Scene, isFullPage: boolean): Promise<void> {
    this.surfaces.setTheme(scene.theme);
    await this.profile.engine.choose({ ...CAPTURE_CHOICES, ...scene.choices });
    if (scene.fault) await this.#injectFault(scene.fault);
    const window = scene.view === 'popover' ? await this.#popover() : await this.#window(scene, scene.view);
    for (const press of scene.presses ?? []) {
      await inPage(window, pressScript(press));
      await captureSettled(window, CAPTURES_BETWEEN);
    }
    await inPage(window, CLOSE_TOASTS_SCRIPT);
    await answerOf(window, window.webContents.insertCSS(STEADY));
    // A pointer that happens to be over the window would change the element under it.
    window.webContents.sendInputEvent({ type: 'mouseMove', x: 0, y: 0 });
    await this.#saveScreenshot(window, scene.name);
    for (let screen = 2; isFullPage && screen <= MAX_SCREENS; screen++) {
      if (!(await inPage(window, SCROLL_SCRIPT))) break;
      await this.#saveScreenshot(window, `${scene.name}.${screen}`);
    }
    if (scene.view === 'popover') this.surfaces.parts.popover.destroy();
  }

  /** The windows take clicks and keys again. */
  async end(): Promise<void> {
    for (const release of this.#releases.values()) await release().catch(() => undefined);
    this.#releases.clear();
  }

  /**
   * While pictures are taken, no click and no key of a person reaches the page: it would be in the picture, and a page
   * that somebody uses never comes to rest.
   */
  async #shield(window: BrowserWindow): Promise<void> {
    if (this.#releases.has(window)) return;
    const ignore = (event: { preventDefault(): void }) => event.preventDefault();
    window.webContents.on('before-input-event', ignore);
    const key = await answerOf(window, window.webContents.insertCSS(UNTOUCHABLE));
    this.#releases.set(window, async () => {
      if (window.isDestroyed()) return;
      window.webContents.off('before-input-event', ignore);
      await window.webContents.removeInsertedCSS(key);
    });
    window.on('closed', () => this.#releases.delete(window));
  }

  get #isFixed(): boolean {
    return isFixed(this.profile.engine.world.clock);
  }

  async #window(scene: Scene, view: Exclude<Scene['view'], 'popover'>): Promise<BrowserWindow> {
    const window = this.surfaces.parts.window.open();
    // Away from the middle of the screen, where the pointer of a session rests for ever.
    if (this.#isFixed) window.setPosition(0, 0);
    window.setContentSize(scene.widthPx ?? WINDOW_SIZE.width, WINDOW_SIZE.height);
    await untilShown(() => this.surfaces.hasPage);
    window.webContents.setZoomFactor(scene.zoom ?? 1);
    await inPage(window, RESET_PAGE_SCRIPT);
    await this.#shield(window);
    this.surfaces.open({ view, holdingId: null });
    await captureSettled(window, CAPTURES_BETWEEN);
    return window;
  }

  async #popover(): Promise<BrowserWindow> {
    const { popover } = this.surfaces.parts;
    popover.setPinned(true);
    this.surfaces.openPopover(TRAY_ICON_RECT);
    const window = popover.open();
    await untilShown(() => window.isVisible());
    await this.#shield(window);
    await captureSettled(window, CAPTURES_BETWEEN);
    return window;
  }

  async #injectFault(fault: NonNullable<Scene['fault']>): Promise<void> {
    this.#clearFault();
    this.#clearFault = this.profile.injectFault?.(fault) ?? this.#clearFault;
    const { engine: app } = this.profile;
    const { clock } = app.world;
    if (isFixed(clock)) return advanceAndPoll(app, clock, FAULT_MS);
    await app.refresh();
    await wait(FAULT_MS);
  }

  async #saveScreenshot(window: BrowserWindow, name: string): Promise<void> {
    const image = await captureSettled(window, this.#isFixed ? CAPTURES_OF_PICTURE : CAPTURES_BETWEEN);
    await writeFile(join(this.folder, `${name}.png`), image.toPNG());
  }
}

/** A single letter is a key; anything longer is a selector of what is clicked. */
function pressScript(press: string): string {
  const target = JSON.stringify(press);
  return press.length === 1
    ? `void window.dispatchEvent(new KeyboardEvent('keydown', { key: ${target}, bubbles: true }))`
    : `void document.querySelector(${target})?.click()`;
}

const UNTOUCHABLE = '* { pointer-events: none !important; }';

/** A blinking caret would be in every second screenshot. */
const STEADY = '* { caret-color: transparent !important; }';

/** A toast that has just come must not be in the screenshot. */
const CLOSE_TOASTS_SCRIPT = `{
  for (const button of document.querySelectorAll('.toast button:last-of-type')) button.click();
}`;

/** Closes dialogs, shows the list of chains again, and scrolls the page to its top. */
const RESET_PAGE_SCRIPT = `{
  for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
  for (const panel of document.querySelectorAll(':popover-open')) panel.hidePopover();
  document.querySelector('[role=tab][aria-selected=false]:first-child')?.click();
  for (const box of document.querySelectorAll('main, .table')) box.scrollTop = 0;
}`;

/** Returns true when there was more to scroll to. */
const SCROLL_SCRIPT = `(() => {
  const boxes = [...document.querySelectorAll('dialog[open], dialog[open] *, main, main *')];
  const scrollable = boxes.filter(box => /auto|scroll/.test(getComputedStyle(box).overflowY));
  const open = scrollable.filter(box => box.closest('dialog')).length > 0 ? scrollable.filter(box => box.closest('dialog')) : scrollable;
  const box = open.find(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 8);
  if (!box || document.querySelector('dialog[open]') && !box.closest('dialog')) return false;
  const from = box.scrollTop;
  box.scrollTop += box.clientHeight - 60;
  return box.scrollTop > from;
})()`;
