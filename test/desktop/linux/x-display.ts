// A minimal client of the X server: presses keys as a keyboard does, grabs a key as another program would, counts
// windows.
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';

const REQUEST = {
  attributes: 3,
  geometry: 14,
  tree: 15,
  grabKey: 33,
  focus: 43,
  extension: 98,
  keys: 101
} as const;
const FAKE_INPUT = 2;
const VIEWABLE = 2;
const HELD = {
  Ctrl: { sign: 0xffe3, mask: 4 },
  Alt: { sign: 0xffe9, mask: 8 },
  Shift: { sign: 0xffe1, mask: 1 }
};

type Reply = Buffer | 'refused';

export class XDisplay {
  private root = 0;
  private extension = 0;
  private readonly codes = new Map<number, number>();
  private incoming = Buffer.alloc(0);
  private waiting: ((reply: Buffer) => void)[] = [];
  private isSetUp = false;

  private constructor(private readonly socket: Socket) {
    socket.on('data', bytes => this.take(bytes));
  }

  static async open(display = process.env.DISPLAY ?? ''): Promise<XDisplay> {
    const number = /:(\d+)/.exec(display)?.[1] ?? '0';
    const x = new XDisplay(connect(`/tmp/.X11-unix/X${number}`));
    x.socket.write(greeting(cookie(number)));
    await x.setUp(await x.next());
    return x;
  }

  close(): void {
    this.socket.destroy();
  }

  /** Presses the keys in this order and releases them in reverse order. `keys`: such as Ctrl+Alt+T. */
  async press(keys: string): Promise<void> {
    const codes = this.parts(keys).map(({ code }) => code);
    for (const code of codes) this.fake(2, code);
    for (const code of codes.reverse()) this.fake(3, code);
    await this.ask(Buffer.from([REQUEST.focus, 0, 1, 0]));
  }

  /** Grabs the keys, as another program that started earlier would. */
  async grab(keys: string): Promise<void> {
    const parts = this.parts(keys);
    const body = Buffer.alloc(16);
    body.set([REQUEST.grabKey, 1, 4, 0]);
    body.writeUInt32LE(this.root, 4);
    body.writeUInt16LE(
      parts.reduce((sum, { mask }) => sum + mask, 0),
      8
    );
    body.set([parts.at(-1)?.code ?? 0, 1, 1], 10);
    this.socket.write(body);
    await this.ask(Buffer.from([REQUEST.focus, 0, 1, 0]));
  }

  /** Counts the windows on the screen that a person would call a window. */
  async windowCount(): Promise<number> {
    const tree = await this.ask(about(REQUEST.tree, this.root));
    if (tree === 'refused') return 0;
    const ids = Array.from({ length: tree.readUInt16LE(16) }, (_, place) =>
      tree.readUInt32LE(32 + 4 * place)
    );
    let count = 0;
    for (const id of ids) {
      const attributes = await this.ask(about(REQUEST.attributes, id));
      const geometry = await this.ask(about(REQUEST.geometry, id));
      if (attributes === 'refused' || geometry === 'refused') continue;
      if (attributes[26] === VIEWABLE && geometry.readUInt16LE(16) > 200) count++;
    }
    return count;
  }

  private parts(keys: string): { code: number; mask: number }[] {
    return keys.split('+').map(name => {
      const held =
        name in HELD ? HELD[name as keyof typeof HELD] : { sign: name.toLowerCase().charCodeAt(0), mask: 0 };
      const code = this.codes.get(held.sign);
      if (code === undefined) throw new Error(`the keyboard has no ${name}`);
      return { code, mask: held.mask };
    });
  }

  private fake(type: 2 | 3, code: number): void {
    const body = Buffer.alloc(36);
    body.set([this.extension, FAKE_INPUT, 9, 0, type, code]);
    this.socket.write(body);
  }

  private async setUp(answer: Buffer): Promise<void> {
    if (answer[0] !== 1) throw new Error('the display refused the connection');
    const afterFormats = 40 + padded(answer.readUInt16LE(24)) + 8 * (answer[29] ?? 0);
    this.root = answer.readUInt32LE(afterFormats);
    const [first = 8, last = 255] = [answer[34], answer[35]];
    const name = Buffer.from('XTEST\0\0\0');
    const found = await this.ask(
      Buffer.concat([Buffer.from([REQUEST.extension, 0, 4, 0, 5, 0, 0, 0]), name])
    );
    this.extension = found === 'refused' ? 0 : (found[9] ?? 0);
    const keys = await this.ask(Buffer.from([REQUEST.keys, 0, 2, 0, first, last - first + 1, 0, 0]));
    if (keys === 'refused') throw new Error('the display tells no keys');
    const width = keys[1] ?? 1;
    for (let at = 32; at + 4 <= keys.length; at += 4 * width)
      this.codes.set(keys.readUInt32LE(at), first + (at - 32) / (4 * width));
  }

  private async ask(request: Buffer): Promise<Reply> {
    this.socket.write(request);
    for (;;) {
      const answer = await this.next();
      if (answer[0] === 1) return answer;
      if (answer[0] === 0) return 'refused';
    }
  }

  private next(): Promise<Buffer> {
    return new Promise(done => {
      this.waiting.push(done);
      this.take(Buffer.alloc(0));
    });
  }

  private take(bytes: Buffer): void {
    this.incoming = Buffer.concat([this.incoming, bytes]);
    while (this.waiting.length > 0) {
      const length = this.lengthOfNext();
      if (length === null || this.incoming.length < length) return;
      const answer = this.incoming.subarray(0, length);
      this.incoming = this.incoming.subarray(length);
      this.waiting.shift()?.(answer);
    }
  }

  private lengthOfNext(): number | null {
    if (!this.isSetUp) {
      if (this.incoming.length < 8) return null;
      const length = 8 + 4 * this.incoming.readUInt16LE(6);
      this.isSetUp = this.incoming.length >= length;
      return length;
    }
    if (this.incoming.length < 32) return null;
    return this.incoming[0] === 1 ? 32 + 4 * this.incoming.readUInt32LE(4) : 32;
  }
}

const padded = (length: number) => Math.ceil(length / 4) * 4;

function about(request: number, window: number): Buffer {
  const body = Buffer.alloc(8);
  body.set([request, 0, 2, 0]);
  body.writeUInt32LE(window, 4);
  return body;
}

const METHOD = 'MIT-MAGIC-COOKIE-1';

function greeting(secret: Buffer): Buffer {
  const head = Buffer.alloc(12);
  head.set([0x6c, 0, 11, 0]);
  head.writeUInt16LE(secret.length === 0 ? 0 : METHOD.length, 6);
  head.writeUInt16LE(secret.length, 8);
  if (secret.length === 0) return head;
  return Buffer.concat([head, Buffer.from(METHOD.padEnd(padded(METHOD.length), '\0')), secret]);
}

/** The authority cookie of this display; empty when the display needs none. */
function cookie(display: string): Buffer {
  const path = process.env.XAUTHORITY;
  if (!path) return Buffer.alloc(0);
  const file = readFileSync(path);
  for (let at = 0; at < file.length;) {
    at += 2;
    const fields: Buffer[] = [];
    for (let count = 0; count < 4; count++) {
      const length = file.readUInt16BE(at);
      fields.push(file.subarray(at + 2, at + 2 + length));
      at += 2 + length;
    }
    const [, number, name, secret] = fields;
    if (String(name) === METHOD && ['', display].includes(String(number))) return secret ?? Buffer.alloc(0);
  }
  return Buffer.alloc(0);
}
