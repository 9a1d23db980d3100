// Tests that every text exists in both languages: none missing, none empty, none left in the other language.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { setLanguage, type Language } from '../../../shared/domain/language';

const ROOT = join(__dirname, '../../..');
const CHINESE = /[\u3400-\u9fff]/;

/** Names and symbols that are the same in both languages. */
const SAME = new Set(
  [
    ...['JSON', 'EVM', 'Tron', 'Solana', 'TON', 'Sui', 'Aptos', 'Cosmos', 'Polkadot', 'DeFi'],
    ...['eye', 'lock', 'tray', '%', '、', '。']
  ].map(text => text.toLowerCase())
);
/** Texts that consist of their parameters only, or are empty on purpose. */
const BARE =
  /^ALERT_KIND_TEXT\..*\.(before|after)$|^(NOTIFICATION_SETTINGS_TEXT\.on|ACTIVITY_TEXT\.onDay|CHECK_TEXT\.fails|BANNER_TEXT\.sentenceSeparator|HOST_WARNING_TEXT\.both|DESKTOP_CHECK_TEXT\.joined|DIAGNOSTICS_PLAIN_TEXT\.check|(CAUSES|COMMON|DOUBT_ENTRY)_TEXT\.(labelled|list))\b/;
/** In Chinese texts; everything else of four letters and more is a forgotten word. */
const NAMES = new Set(
  [
    ...[
      'Tokentray',
      'GitHub',
      'DeFi',
      'WETH',
      'WBNB',
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

/** Gives the modules with texts in both languages. They load no module of the desktop. */
function modules(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter(found => found.isFile() && /\.ts$/.test(found.name))
    .map(found => join(found.parentPath, found.name))
    .filter(
      file => !file.endsWith('shared/domain/language.ts') && /\blocalized\(/.test(readFileSync(file, 'utf8'))
    );
}
const FILES = ['shared', 'renderer/text', 'electron'].flatMap(modules);

/** Gives the text that a function makes of the first parameters that fit. */
function said(make: (...parts: unknown[]) => unknown): string {
  for (const part of [2, 'Base', ['Base', 'Polygon'], 'apiKey']) {
    try {
      const text = make(part, part, part, part);
      if (typeof text === 'string' && !/undefined|NaN|\[object/.test(text)) return text;
    } catch {
      // These parameters do not fit; the next may.
    }
  }
  return '';
}

/** Gives path and text of everything below `value`. */
function textsOf(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[`${path}()`, said(value as (...parts: unknown[]) => unknown)]];
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsOf(inner, `${path}.${name}`));
}

/** Objects in capitals are dictionaries; names of those for one language only end in the language. */
function dictionaries(exports: object, language: Language): Map<string, string> {
  setLanguage(language);
  const dictionaryEntries = Object.entries(exports).filter(
    ([name, value]) => /^[A-Z_]+$/.test(name) && !/_(ZH|EN|NAMES)$/.test(name) && typeof value === 'object'
  );
  return new Map(dictionaryEntries.flatMap(([name, value]) => textsOf(value, name)));
}

it('finds the modules with texts', () => {
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
    // An object without any difference is no dictionary but a table of IDs.
    for (const name of isDictionary) {
      const own = [...english.keys()].filter(path => path.split(/[.(]/)[0] === name);
      if (own.every(path => english.get(path) === chinese.get(path)))
        for (const path of own) [english, chinese].forEach(texts => texts.delete(path));
    }
  });

  it('have the same texts in both languages', () => {
    expect(english.size).toBeGreaterThan(0);
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('have no empty text', () => {
    const empty = [...english, ...chinese].filter(([path, text]) => text.trim() === '' && !BARE.test(path));
    expect(empty).toEqual([]);
  });

  it('contain no Chinese in English', () => {
    expect([...english].filter(([, text]) => CHINESE.test(text))).toEqual([]);
  });

  it('are Chinese in Chinese, except names', () => {
    const untranslated = [...chinese].filter(([path, text]) => {
      return !CHINESE.test(text) && !SAME.has(text.toLowerCase()) && !BARE.test(path);
    });
    expect(untranslated).toEqual([]);
    const foreign = [...chinese].filter(([, text]) =>
      text
        .replace(/https?:\/\/[\w.]*|\{\w+\}|HTTPS_PROXY|socks5/g, '')
        .match(/[A-Za-z]{4,}/g)
        ?.some(word => !NAMES.has(word.toLowerCase()))
    );
    expect(foreign).toEqual([]);
  });

  it('never address the person as 您', () => {
    expect([...chinese].filter(([, text]) => text.includes('您'))).toEqual([]);
  });
});
