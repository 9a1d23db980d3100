// A stream of the launcher, round by round: its `sleep` waits until the test goes on, and time is what the test says.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, read, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { uptimeAt, type Launcher } from './launcher';

const readBytes = promisify(read);

export interface WatchOptions {
  /** The first moment by the kernel's clock. */
  readonly at: number;
  /** What the script is run with; absent: as the system does. */
  readonly shell?: readonly string[];
  readonly output?: 'pipe';
  readonly env?: Record<string, string>;
}

export class WatchStream {
  readonly #round: number;
  readonly #next: number;
  readonly #file: string;
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  hasEnded = false;

  constructor(
    private readonly launcher: Launcher,
    words: readonly string[],
    { at, shell = [], output, env = {} }: WatchOptions
  ) {
    const { home, script } = launcher;
    const [round, next] = [join(home, 'round'), join(home, 'next')];
    spawnSync('mkfifo', [round, next]);
    // Open for both directions nothing blocks, and nothing is lost while no other end is there.
    this.#round = openSync(round, 'r+');
    this.#next = openSync(next, 'r+');
    // A shell that can wait by itself, or becomes one that can, would not start it.
    const own = readFileSync(script, 'utf8');
    writeFileSync(
      script,
      own.replace(/^.* exec bash .*$/m, '').replace(/^ {2}\[ \$\? -eq 1 \]$/m, '  false')
    );
    const sleep = `#!/bin/sh\necho >'${round}'\nread -r _ <'${next}'\n`;
    writeFileSync(join(home, 'bin/sleep'), sleep, { mode: 0o755 });
    this.#file = join(home, 'stream');
    this.setClock(at);
    const [program = '', ...before] = [...shell, script];
    this.child = spawn(program, [...before, 'watch', ...words], {
      env: { ...launcher.surroundings(''), SHOWN_IN: join(home, 'proc'), ...env },
      stdio: ['ignore', output ?? openSync(this.#file, 'w'), 'inherit']
    });
    this.ended = new Promise(done => this.child.on('close', code => done(((this.hasEnded = true), code))));
  }

  /** The lines so far, when the first round, or the one that `go` began, is over. */
  async lines(): Promise<string[]> {
    await this.#over();
    return readFileSync(this.#file, 'utf8').split('\n').slice(0, -1);
  }

  async #over(): Promise<void> {
    await Promise.race([readBytes(this.#round, Buffer.alloc(1), 0, 1, null), this.ended]);
  }

  /** `rounds` more, at a moment of the kernel's clock. */
  async go(at: number, rounds = 1): Promise<void> {
    this.setClock(at);
    for (let round = 1; round < rounds; round++) {
      writeSync(this.#next, '\n');
      await this.#over();
    }
    writeSync(this.#next, '\n');
  }

  setClock(at: number): void {
    writeFileSync(join(this.launcher.home, 'proc/uptime'), `${uptimeAt(at)} 1.00\n`);
  }

  async end(): Promise<void> {
    this.child.kill();
    await this.ended;
    for (const descriptor of [this.#round, this.#next]) {
      // Whoever still waits goes on, and ends.
      writeSync(descriptor, '\n\n');
      closeSync(descriptor);
    }
  }
}
