// Simulates a log-in: starts an autostart entry exactly by the Desktop Entry Specification, without knowing its
// author.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appEnvironment, type Environment } from '../app/program';

export interface Entries {
  readonly folder: string;
  names(): string[];
  text(name: string): string;
}

/** The folder where this session looks for entries. */
export function autostartEntries(configHome: string): Entries {
  const folder = join(configHome, 'autostart');
  return {
    folder,
    names: () => (existsSync(folder) ? readdirSync(folder).sort() : []),
    text: name => readFileSync(join(folder, name), 'utf8')
  };
}

/** Parses in the order of the specification: the escapes of a text value, then quotes, then the percent signs. */
export function wordsOf(entry: string): string[] {
  const value = /^Exec=(.*)$/m.exec(entry)?.[1];
  if (value === undefined) throw new Error('the entry starts nothing');
  const text = value.replace(
    /\\([sntr\\])/g,
    (_, sign: string) => ({ s: ' ', n: '\n', t: '\t', r: '\r' })[sign] ?? '\\'
  );
  const words: string[] = [];
  let word: string | null = null;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (isQuoted && sign === '\\') word = (word ?? '') + (text[++at] ?? '');
    else if (sign === '"') {
      isQuoted = !isQuoted;
      word ??= '';
    } else if (!isQuoted && sign === ' ') {
      if (word !== null) words.push(word);
      word = null;
    } else if (sign === '%' && text[++at] !== '%')
      throw new Error(`a session would put something in: ${value}`);
    else word = (word ?? '') + sign;
  }
  if (isQuoted) throw new Error(`the quotes do not end: ${value}`);
  return word === null ? words : [...words, word];
}

/** Starts the entry as a session does: detached, in a folder that has nothing to do with it. */
export function logIn(entry: string, environment: Environment): ChildProcess {
  const [program = '', ...words] = wordsOf(entry);
  return spawn(program, words, { cwd: '/', env: appEnvironment(environment), stdio: 'ignore' });
}
