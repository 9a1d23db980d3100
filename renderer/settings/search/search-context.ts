// Gives the settings the search over them and their section, and collects their words in every language.
import { createContext } from 'svelte';
import { inLanguage } from '../../../shared/domain/language';
import type { SettingsSearch } from './settings-search.svelte';

/** The words of a setting in every language that is loaded: people search in the one in which they know it. */
export function wordsInAllLanguages(
  read: () => readonly string[],
  { loadedLanguages }: Pick<SettingsSearch, 'loadedLanguages'>
): string {
  return loadedLanguages
    .map(one => inLanguage(one, () => read().join('\n')))
    .join('\n')
    .toLowerCase();
}

export const [searchOfSettings, setSearchOfSettings] = createContext<SettingsSearch>();

/** The section around a setting, with its title in every language. */
export const [sectionOfSetting, setSectionOfSetting] = createContext<{
  readonly id: string;
  readonly words: string;
}>();
