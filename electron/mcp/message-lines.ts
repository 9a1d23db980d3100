// Cuts the bytes of standard input into lines, each at most as long as a message may be, and checks that they are UTF-8.
import { MAX_MESSAGE_BYTES, type ReceivedLine } from '../core/mcp/messages';

const LINE_FEED = 10;

export class MessageLines {
  private parts: Buffer[] = [];
  private size = 0;

  /** The lines that end in `chunk`. Of a line that is too long, nothing is kept. */
  push(chunk: Buffer): ReceivedLine[] {
    const lines: ReceivedLine[] = [];
    for (let from = 0; from < chunk.length;) {
      const end = chunk.indexOf(LINE_FEED, from);
      this.keep(chunk.subarray(from, end < 0 ? chunk.length : end));
      if (end < 0) break;
      lines.push(this.take());
      from = end + 1;
    }
    return lines;
  }

  /** What was left without an end of line. */
  end(): ReceivedLine[] {
    return this.size === 0 ? [] : [this.take()];
  }

  private keep(part: Buffer): void {
    this.size += part.length;
    if (this.size > MAX_MESSAGE_BYTES) this.parts = [];
    else this.parts.push(Buffer.from(part));
  }

  private take(): ReceivedLine {
    const { parts, size } = this;
    this.parts = [];
    this.size = 0;
    if (size > MAX_MESSAGE_BYTES) return { problem: 'too-long' };
    try {
      return { text: new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(parts)) };
    } catch {
      return { problem: 'not-utf8' };
    }
  }
}
