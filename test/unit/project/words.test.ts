// Every text exists in both languages: nothing missing, nothing empty, nothing left in the other one.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { setLanguage, type Language } from '../../../shared/domain/language';

const ROOT = join(__dirname, '../../..');
const CHINESE = /[\u3400-\u9fff]/;

/** Names and signs that are the same in both languages. */
const SAME = new Set(
  [
    ...['JSON', 'EVM', 'Tron', 'Solana', 'TON', 'Sui', 'Aptos', 'Cosmos', 'Polkadot', 'DeFi'],
    ...['eye', 'lock', 'tray', '%', '、', '。']
  ].map(text => text.toLowerCase())
);
/** Nothing but what they are given, or deliberately nothing. */
const BARE =
  /^ALERT_KIND_TEXT\..*\.(before|after)$|^(NOTIFICATION_SETTINGS_TEXT\.on|ACTIVITY_TEXT\.onDay|CHECK_TEXT\.fails|BANNER_TEXT\.(sentenceSeparator|named)|HOST_WARNING_TEXT\.both|DESKTOP_CHECK_TEXT\.joined)\b/;
/** In Chinese texts; everything else of four letters and more is a forgotten word. */
const NAMES = new Set(
  [
    ...[
      'Tokentray',
      'GitHub',
      'DeFi',
      'JSON',
      'Solana',
      'Aptos',
      'Tron',
      'Cosmos',
      'Polkadot',
      'Secret',
      'http',
      'https',
      'macOS',
      'Windows',
      'Linux'
    ],
    ...['Ctrl', 'Shift', 'Wayland', 'tray', 'lock', 'Base', 'apiKey', 'Polygon', 'Ethereum']
  ].map(text => text.toLowerCase())
);

/** Modules with words of both languages. They load nothing of the desktop. */
function modules(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter(found => found.isFile() && /\.ts$/.test(found.name))
    .map(found => join(found.parentPath, found.name))
    .filter(
      file => !file.endsWith('shared/domain/language.ts') && /\blocalized\(/.test(readFileSync(file, 'utf8'))
    );
}
const FILES = ['shared', 'renderer/text', 'electron'].flatMap(modules);

/** What a text with parts says for some parts that fit it. */
function said(make: (...parts: unknown[]) => unknown): string {
  for (const part of [2, 'Base', ['Base', 'Polygon'], 'apiKey']) {
    try {
      const text = make(part, part, part, part);
      if (typeof text === 'string' && !/undefined|NaN|\[object/.test(text)) return text;
    } catch {
      // These parts do not fit; the next may.
    }
  }
  return '';
}

/** Path to text, of everything below `value`. */
function textsOf(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[`${path}()`, said(value as (...parts: unknown[]) => unknown)]];
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, `${path}.${name}`));
}

/** Objects in capitals are dictionaries; those of one language alone end in its name. */
function dictionaries(exports: object, language: Language): Map<string, string> {
  setLanguage(language);
  const spoken = Object.entries(exports).filter(
    ([name, value]) => /^[A-Z_]+$/.test(name) && !/_(ZH|EN|NAMES)$/.test(name) && typeof value === 'object'
  );
  return new Map(spoken.flatMap(([name, value]) => textsOf(value, name)));
}

it('finds the modules with words', () => {
  expect(FILES.length).toBeGreaterThan(20);
});

describe.each(FILES.map(file => [relative(ROOT, file), file] as const))('the words of %s', (_, file) => {
  let english: Map<string, string>;
  let chinese: Map<string, string>;
  beforeAll(async () => {
    const exports = (await import(/* @vite-ignore */ file)) as object;
    const isDictionary = new Set(Object.keys(exports));
    english = dictionaries(exports, 'en');
    chinese = dictionaries(exports, 'zh');
    // What does not differ at all is no dictionary but a table of ids.
    for (const name of isDictionary) {
      const own = [...english.keys()].filter(path => path.split(/[.(]/)[0] === name);
      if (own.every(path => english.get(path) === chinese.get(path)))
        for (const path of own) [english, chinese].forEach(texts => texts.delete(path));
    }
  });

  it('are the same ones in both languages', () => {
    expect(english.size).toBeGreaterThan(0);
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('are never empty', () => {
    const empty = [...english, ...chinese].filter(([path, text]) => text.trim() === '' && !BARE.test(path));
    expect(empty).toEqual([]);
  });

  it('hold no Chinese in English', () => {
    expect([...english].filter(([, text]) => CHINESE.test(text))).toEqual([]);
  });

  it('are Chinese in Chinese, but for names', () => {
    const left = [...chinese].filter(([path, text]) => {
      return !CHINESE.test(text) && !SAME.has(text.toLowerCase()) && !BARE.test(path);
    });
    expect(left).toEqual([]);
    const foreign = [...chinese].filter(([, text]) =>
      text
        .replace(/https?:\/\/[\w.]*|\{\w+\}|HTTPS_PROXY|socks5/g, '')
        .match(/[A-Za-z]{4,}/g)
        ?.some(word => !NAMES.has(word.toLowerCase()))
    );
    expect(foreign).toEqual([]);
  });

  it('say nothing to the person as 您', () => {
    expect([...chinese].filter(([, text]) => text.includes('您'))).toEqual([]);
  });
});
