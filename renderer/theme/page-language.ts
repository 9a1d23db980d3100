// Sets the language of the document, and restores scroll position and focus after a change of it.
import { tick } from 'svelte';
import type { Language } from '../../shared/domain/language';

/** Id of the element with the choice of the language, which has the focus while it is used. */
export const LANGUAGE_CHOICE_ID = 'language';

const LANGUAGE_TAGS: Record<Language, string> = { en: 'en', zh: 'zh-CN' };

export function setDocumentLanguage(language: Language): void {
  document.documentElement.lang = LANGUAGE_TAGS[language];
}

/** Called before the texts change: keeps the scroll position of the page, and the focus on the choice. */
export async function keepScrollAndFocus(): Promise<void> {
  const scrolledPx = document.querySelector('main')?.scrollTop ?? 0;
  const isChoosing = document.activeElement?.closest(`#${LANGUAGE_CHOICE_ID}`) != null;
  await tick();
  document.querySelector('main')?.scrollTo({ top: scrolledPx });
  if (isChoosing) document.querySelector<HTMLElement>(`#${LANGUAGE_CHOICE_ID} :checked`)?.focus();
}
