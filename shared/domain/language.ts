// Holds the language of all texts in this process, and selects the text of that language on each use.

export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

let current: Language = 'en';

export function language(): Language {
  return current;
}

/** From now on; what has been made into text already stays as it is until it is made again. */
export function setLanguage(chosen: Language): void {
  current = chosen;
}

/** What `make` says while it runs, in that language; for texts that are not for this person. Not for what waits. */
export function inLanguage<Text>(chosen: Language, make: () => Text): Text {
  const before = current;
  current = chosen;
  try {
    return make();
  } finally {
    current = before;
  }
}

/** `system`: as its preferred languages (BCP 47, the most preferred first) say. Chinese of any region reads the simplified texts. */
export function languageOf(choice: Language | 'system', preferred: readonly string[]): Language {
  if (choice !== 'system') return choice;
  const known = preferred
    .map(tag => tag.toLowerCase().split('-')[0])
    .find(tag => tag === 'zh' || tag === 'en');
  return known === 'zh' ? 'zh' : 'en';
}

/** For dates and times of day. */
export function locale(): string {
  return { en: 'en-GB', zh: 'zh-CN' }[current];
}

/**
 * The texts of all languages as one object, which reads as the language in force. A language is a key, so that a further one
 * is a key more; a text that lacks it does not compile.
 */
export function localized<Texts extends object>(
  texts: { readonly en: Texts } & { readonly [Other in Exclude<Language, 'en'>]: NoInfer<Texts> }
): Texts {
  const byLanguage: Readonly<Record<Language, Texts>> = texts;
  return new Proxy(texts.en, { get: (_, name): unknown => Reflect.get(byLanguage[current], name) });
}
