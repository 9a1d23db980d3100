// Waits until a window no longer changes, and returns its screenshot.
import type { BrowserWindow, NativeImage } from 'electron';
import { setTimeout as wait } from 'node:timers/promises';
import { MINUTE_MS } from '../../../shared/domain/durations';

/** Between two pictures that are compared. */
const CAPTURE_INTERVAL_MS = 120;
export const CAPTURES_OF_PICTURE = 5;
/** Enough to press the next thing, and where ages tick each second. */
export const CAPTURES_BETWEEN = 2;
/** What moves for ever is pictured as it is then: on a busy computer, ages tick between any two captures. */
const SETTLE_LIMIT_MS = { [CAPTURES_OF_PICTURE]: MINUTE_MS, [CAPTURES_BETWEEN]: 8000 };
/** A page answers within a second. One that a person closed, or whose process is lost, never does. */
const ANSWER_LIMIT_MS = 30_000;

/** The picture of a window once nothing in it changes any more. `sameTimes`: so many pictures in a row are the same. */
export async function captureSettled(
  window: BrowserWindow,
  sameTimes: keyof typeof SETTLE_LIMIT_MS
): Promise<NativeImage> {
  let last = await answerOf(window, window.webContents.capturePage());
  const deadline = Date.now() + SETTLE_LIMIT_MS[sameTimes];
  for (let same = 0; same < sameTimes && Date.now() < deadline;) {
    await wait(CAPTURE_INTERVAL_MS);
    const isReady = await inPage(window, IS_READY);
    const next = await answerOf(window, window.webContents.capturePage());
    same = isReady && next.toBitmap().equals(last.toBitmap()) ? same + 1 : 0;
    last = next;
  }
  return last;
}

export function inPage(window: BrowserWindow, script: string): Promise<unknown> {
  return answerOf<unknown>(window, window.webContents.executeJavaScript(script));
}

/** Gives what a page answers. Throws an Error when its window is closed meanwhile, and when no answer comes. */
export function answerOf<Answer>(window: BrowserWindow, asked: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error('the window was closed'));
    const limit = setTimeout(() => reject(new Error('the page does not answer')), ANSWER_LIMIT_MS);
    window.once('closed', fail);
    void asked.then(resolve, reject).finally(() => {
      clearTimeout(limit);
      window.off('closed', fail);
    });
  });
}

/** Waits for what a page or its window shows. Throws an Error when that does not come. */
export async function untilShown(isShown: () => boolean): Promise<void> {
  for (const deadline = Date.now() + ANSWER_LIMIT_MS; !isShown(); await wait(CAPTURE_INTERVAL_MS))
    if (Date.now() > deadline) throw new Error('the window does not open');
}

/** Nothing is loading, and the last change was drawn. */
const IS_READY = `new Promise(done => {
  const say = () => done(document.body.childElementCount > 0 && !document.querySelector('.loading'));
  requestAnimationFrame(() => requestAnimationFrame(say));
  setTimeout(say, 1000);
})`;
