// One language for all texts: the text is selected at every use.
import { afterEach, expect, test } from 'vitest';
import { language, languageOf, locale, setLanguage, localized } from '../../../../shared/domain/language';

afterEach(() => setLanguage('en'));

const TEXT = localized({
  en: { quit: 'Quit', many: (count: number) => `${count} wallets`, themes: { dark: 'Dark' } },
  zh: { quit: '退出', many: (count: number) => `${count} 个钱包`, themes: { dark: '深色' } }
});

test('texts follow the current language, also texts that were read before', () => {
  expect([TEXT.quit, TEXT.many(2), TEXT.themes.dark, locale()]).toEqual([
    'Quit',
    '2 wallets',
    'Dark',
    'en-GB'
  ]);
  setLanguage('zh');
  expect([TEXT.quit, TEXT.many(2), TEXT.themes.dark, locale()]).toEqual([
    '退出',
    '2 个钱包',
    '深色',
    'zh-CN'
  ]);
  expect(Object.entries(TEXT)[0]).toEqual(['quit', '退出']);
  expect(language()).toBe('zh');
});

test.each([
  ['system', ['zh-Hans-CN', 'en-US'], 'zh'],
  ['system', ['zh-TW'], 'zh'],
  ['system', ['de-DE', 'zh-CN', 'en'], 'zh'],
  ['system', ['de-DE'], 'en'],
  ['system', ['en-GB', 'zh-CN'], 'en'],
  ['system', [], 'en'],
  ['en', ['zh-CN'], 'en'],
  ['zh', ['en-US'], 'zh']
] as const)('the choice %s with a system of %j gives %s', (choice, preferred, expected) => {
  expect(languageOf(choice, preferred)).toBe(expected);
});
