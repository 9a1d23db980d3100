import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClipboardWriter, type ClipboardWriter } from '../../../../electron/adapters/system/clipboard';

const MINUTE_MS = 60_000;

/** Like the system's clipboard: any program may write to it at any time. */
class Clipboard {
  text = '';
  wasCleared = 0;
  constructor(readonly isLate: boolean) {}
  readText() {
    return this.isLate ? Promise.resolve(this.text) : this.text;
  }
  writeText(text: string) {
    this.text = text;
  }
  clear() {
    this.wasCleared++;
    this.text = '';
  }
}

describe.each([
  ['answers at once', false],
  ['answers later', true]
])('on a clipboard that %s', (_how, isLate) => {
  let board: Clipboard;
  let copies: ClipboardWriter;
  beforeEach(() => {
    vi.useFakeTimers();
    board = new Clipboard(isLate);
    copies = createClipboardWriter(board);
  });
  afterEach(() => vi.useRealTimers());

  it('a copied text is there for a minute and then cleared', async () => {
    await copies.copy('$42,070.96');
    await vi.advanceTimersByTimeAsync(MINUTE_MS - 1);
    expect(board.text).toBe('$42,070.96');
    await vi.advanceTimersByTimeAsync(1);
    expect(board.text).toBe('');
  });

  it('a text that another program copied stays', async () => {
    await copies.copy('$42,070.96');
    board.text = 'a shopping list';
    await vi.advanceTimersByTimeAsync(2 * MINUTE_MS);
    expect(board.text).toBe('a shopping list');
    expect(board.wasCleared).toBe(0);
  });

  it('the minute counts from the last copy', async () => {
    await copies.copy('first');
    await vi.advanceTimersByTimeAsync(MINUTE_MS - 1);
    await copies.copy('second');
    await vi.advanceTimersByTimeAsync(MINUTE_MS - 1);
    expect(board.text).toBe('second');
    await vi.advanceTimersByTimeAsync(1);
    expect(board.text).toBe('');
  });

  it("the end of the app clears the clipboard at once, and only the app's own text", async () => {
    await copies.copy('$42,070.96');
    await copies.clear();
    expect(board.text).toBe('');
    await copies.copy('$42,070.96');
    board.text = 'a shopping list';
    await copies.clear();
    expect(board.text).toBe('a shopping list');
  });

  it('the end of the app without any copy leaves the clipboard unchanged', async () => {
    board.text = 'a shopping list';
    await copies.clear();
    expect(board).toMatchObject({ text: 'a shopping list', wasCleared: 0 });
  });

  it('a text that is copied while the clipboard is being cleared stays', async () => {
    await copies.copy('first');
    const clearing = copies.clear();
    const copying = copies.copy('second');
    await Promise.all([clearing, copying]);
    expect(board.text).toBe('second');
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    expect(board.text).toBe('');
  });
});
