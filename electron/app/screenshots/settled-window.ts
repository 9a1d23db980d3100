// Waits until a window no longer changes, however fast the computer is, and gives its picture.
import type { BrowserWindow, NativeImage } from 'electron';
import { setTimeout as wait } from 'node:timers/promises';

/** Between two pictures that are compared. */
const APART_MS = 120;
/** What moves for ever is pictured as it is then. */
const MOST_TIMES = 60;
export const AT_THE_END = 5;
/** Enough to press the next thing, and where ages tick each second. */
export const BETWEEN = 2;

/** The picture of a window once nothing in it changes any more. `sameTimes`: so many pictures in a row are the same. */
export async function settled(window: BrowserWindow, sameTimes: number): Promise<NativeImage> {
  let last = await window.webContents.capturePage();
  for (let times = 0, same = 0; times < MOST_TIMES && same < sameTimes; times++) {
    await wait(APART_MS);
    const isReady = await inPage(window, IS_READY);
    const next = await window.webContents.capturePage();
    same = isReady && next.toBitmap().equals(last.toBitmap()) ? same + 1 : 0;
    last = next;
  }
  return last;
}

export function inPage(window: BrowserWindow, script: string): Promise<unknown> {
  return window.webContents.executeJavaScript(script);
}

/** Nothing is on its way, and what changed was drawn. */
const IS_READY = `new Promise(done => {
  const say = () => done(document.body.childElementCount > 0 && !document.querySelector('.loading'));
  requestAnimationFrame(() => requestAnimationFrame(say));
  setTimeout(say, 1000);
})`;
