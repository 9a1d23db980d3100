import { expect, it } from 'vitest';
import { MAX_MESSAGE_BYTES, type ReceivedLine } from '../../../electron/core/mcp/messages';
import { MessageLines } from '../../../electron/mcp/message-lines';

/** The lines of bytes that come in pieces of `size`. */
function linesOf(bytes: Buffer, size: number): ReceivedLine[] {
  const lines = new MessageLines();
  const chunk = Buffer.alloc(size);
  const found: ReceivedLine[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    // The same memory each time, as in the loop that reads.
    const read = bytes.copy(chunk, 0, at, at + size);
    found.push(...lines.push(chunk.subarray(0, read)));
  }
  return [...found, ...lines.end()];
}

it.each([1, 2, 7, 64 * 1024])('lines are the same in pieces of %i bytes, whole characters too', size => {
  const bytes = Buffer.from('{"a":"é€😀"}\r\n\n{"b":1}\ntorn');
  expect(linesOf(bytes, size)).toEqual(['{"a":"é€😀"}\r', '', '{"b":1}', 'torn'].map(text => ({ text })));
});

it('a line that is no UTF-8 is said to be that, and the next one is read', () => {
  const bytes = Buffer.concat([Buffer.from('a'), Buffer.from([0xff, 0xc0, 10]), Buffer.from('b\n')]);
  expect(linesOf(bytes, 3)).toEqual([{ problem: 'not-utf8' }, { text: 'b' }]);
});

it('a line that is too long is said to be that, and nothing of it is kept; the longest one is read', () => {
  const longest = 'x'.repeat(MAX_MESSAGE_BYTES);
  const bytes = Buffer.from(`${longest}\n${longest}y\nz\n`);
  expect(linesOf(bytes, 64 * 1024)).toEqual([{ text: longest }, { problem: 'too-long' }, { text: 'z' }]);
  expect(linesOf(Buffer.from('y'.repeat(MAX_MESSAGE_BYTES + 1)), 4096)).toEqual([{ problem: 'too-long' }]);
});
