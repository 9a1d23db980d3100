// Holds the language of all texts in this process, and selects the text of that language on each use.

export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

let current: Language = 'en';

export function language(): Language {
  return current;
}

/** Sets the language from now on; texts that exist already stay in their language until they are made again. */
export function setLanguage(chosen: Language): void {
  current = chosen;
}

/** Runs `make` in another language, for texts that are not for this person. `make` must not be asynchronous. */
export function inLanguage<Text>(chosen: Language, make: () => Text): Text {
  const before = current;
  current = chosen;
  try {
    return make();
  } finally {
    current = before;
  }
}

/** `system`: the first known of `preferred` (BCP 47, most preferred first). Any Chinese gets the simplified texts. */
export function languageOf(choice: Language | 'system', preferred: readonly string[]): Language {
  if (choice !== 'system') return choice;
  const known = preferred
    .map(tag => tag.toLowerCase().split('-')[0])
    .find(tag => tag === 'zh' || tag === 'en');
  return known === 'zh' ? 'zh' : 'en';
}

/** The locale for dates and times of day. */
export function locale(): string {
  return { en: 'en-GB', zh: 'zh-CN' }[current];
}

/**
 * Joins the texts of all languages into one object; reading it gives the text of the current language. Each language is
 * a key, so a new language is one more key; texts without that key do not compile.
 */
export function localized<Texts extends object>(
  texts: { readonly en: Texts } & { readonly [Other in Exclude<Language, 'en'>]: NoInfer<Texts> }
): Texts {
  const byLanguage: Readonly<Record<Language, Texts>> = texts;
  return new Proxy(texts.en, { get: (_, name): unknown => Reflect.get(byLanguage[current], name) });
}
