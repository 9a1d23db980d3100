// Tests that Chromium's sandbox is on around the window, according to the system itself.
import { readdirSync, readFileSync } from 'node:fs';
import { alsoPackaged } from './app/also-packaged';
import { isSandboxed } from './app/program';
import { expect, test } from './app/desktop-fixture';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly words: string;
  readonly seccomp: string;
  readonly user: string;
}

function processes(): Process[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      try {
        const status = readFileSync(`/proc/${name}/status`, 'utf8');
        const field = (title: string) => new RegExp(`^${title}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? '';
        const words = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const numbers = { pid: Number(name), parent: Number(field('PPid')) };
        return [{ ...numbers, words, seccomp: field('Seccomp'), user: field('Uid') }];
      } catch {
        return []; // It ended while it was read.
      }
    });
}

test(
  'the process of the window filters its system calls and is nobody special',
  alsoPackaged("the sandbox is set up by the package's own helper"),
  async ({ provide, launch }) => {
    test.skip(!isSandboxed, 'The sandbox cannot be on here; npm test said why.');
    await provide();
    const app = await launch();
    await app.page();
    const own = await app.processesOf('Tab');
    const renderers = processes().filter(({ pid }) => own.includes(pid));
    expect(renderers.length).toBeGreaterThan(0);
    for (const { seccomp, user, words } of renderers) {
      expect(seccomp).toBe('2');
      expect(user).toBe(String(process.getuid?.()));
      expect(words).not.toContain('--no-sandbox');
    }
  }
);
