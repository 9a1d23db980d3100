// The texts of the window by language: what is read, before and after those of another language are loaded.
import { afterEach, expect, it, vi } from 'vitest';
import { setLanguage } from '../../../../shared/domain/language';
import { hasTexts, loadTexts, textFile, textsOf, withTexts } from '../../../../renderer/state/loaded-texts';

const ENGLISH = { TEXTS: [{ title: 'Settings', named: (name: string) => `Named ${name}` }] };
const CHINESE = { TEXTS: [{ title: '设置', named: (name: string) => `名为 ${name}` }] };

function register() {
  const load = { en: vi.fn(async () => ENGLISH), zh: vi.fn(async () => CHINESE) };
  const texts = textsOf(registered(load), 0) as (typeof ENGLISH.TEXTS)[0];
  return { load, texts };
}

const files: ReturnType<typeof textFile>[] = [];
const registered = (load: Parameters<typeof textFile>[0]) => {
  const file = textFile(load);
  files.push(file);
  return file;
};

afterEach(() => {
  setLanguage('en');
  // Tests that follow in the same process would wait for what does not come here.
  for (const { loaded } of files.splice(0)) Object.assign(loaded, { en: [], zh: [] });
});

it('texts are read in the current language, of which alone they are loaded', async () => {
  const { load, texts } = register();
  expect(hasTexts('en')).toBe(false);
  await loadTexts('en');
  expect(hasTexts('en')).toBe(true);
  expect([texts.title, texts.named('x')]).toEqual(['Settings', 'Named x']);
  expect(load.zh).not.toHaveBeenCalled();
});

it('another language is read once it is loaded, and until then the one that is there', async () => {
  const { texts } = register();
  await loadTexts('en');
  setLanguage('zh');
  expect(texts.title).toBe('Settings');
  await loadTexts('zh');
  expect([texts.title, texts.named('x')]).toEqual(['设置', '名为 x']);
  setLanguage('en');
  expect(texts.title).toBe('Settings');
});

it('a module that comes later has its texts in every language that was asked for', async () => {
  await loadTexts('en', 'zh');
  const { load, texts } = await withTexts(Promise.resolve().then(register));
  setLanguage('zh');
  expect(texts.title).toBe('设置');
  expect(load.en).toHaveBeenCalledOnce();
});

it('texts can be listed and spread', async () => {
  const { texts } = register();
  await loadTexts('en');
  setLanguage('zh');
  await loadTexts('zh');
  expect(Object.keys(texts)).toEqual(['title', 'named']);
  expect({ ...texts }.title).toBe('设置');
});

it('a file of texts that did not come is reported, and loaded the next time', async () => {
  const { load, texts } = register();
  load.en.mockRejectedValueOnce(new Error('the file is missing'));
  await expect(loadTexts('en')).rejects.toThrow('the file is missing');
  expect(hasTexts('en')).toBe(false);
  await loadTexts('en');
  expect(texts.title).toBe('Settings');
});

it('a module is shown though its texts in another language do not come', async () => {
  await loadTexts('en', 'zh');
  const missing = () => Promise.reject(new Error('the file is missing'));
  const module = await withTexts(
    Promise.resolve().then(() => registered({ en: async () => ENGLISH, zh: missing }))
  );
  expect(module.loaded.en).toBe(ENGLISH.TEXTS);
  setLanguage('zh');
  await expect(withTexts(Promise.resolve())).rejects.toThrow('the file is missing');
});
