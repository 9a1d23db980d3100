// State of the search over all settings: its text, and which settings and sections it finds.
import { language, LANGUAGES, type Language } from '../../../shared/domain/language';
import { hasTexts, loadTexts } from '../../state/loaded-texts';

interface SearchableRow {
  readonly sectionId: string;
  /** Lower case. */
  readonly words: string;
}

export class SettingsSearch {
  text = $state('');
  /** The languages whose words are searched; those that the page does not show come with the first search. */
  loadedLanguages = $state.raw<readonly Language[]>(LANGUAGES.every(hasTexts) ? LANGUAGES : [language()]);
  #rows = $state.raw<readonly SearchableRow[]>([]);
  readonly #words = $derived(this.text.toLowerCase().split(/\s+/).filter(Boolean));
  readonly #found = $derived(this.#rows.filter(row => this.matches(row.words)));

  get isSearching(): boolean {
    return this.#words.length > 0;
  }

  get count(): number {
    return this.#found.length;
  }

  /** The sections with at least one setting that is found. */
  readonly sectionIds: ReadonlySet<string> = $derived(new Set(this.#found.map(({ sectionId }) => sectionId)));

  /** Loads the words of all languages; where they do not come, those of the page are searched. */
  async loadLanguages(): Promise<void> {
    await loadTexts(...LANGUAGES).catch(() => undefined);
    this.loadedLanguages = LANGUAGES.filter(hasTexts);
  }

  matches(words: string): boolean {
    return this.#words.every(word => words.includes(word));
  }

  /** Returns a function that takes the setting out of the search. */
  add(row: SearchableRow): () => void {
    this.#rows = [...this.#rows, row];
    return () => (this.#rows = this.#rows.filter(other => other !== row));
  }
}
