// State of the search over all settings: its text, and which settings and sections it finds.
interface SearchableRow {
  readonly sectionId: string;
  /** Lower case. */
  readonly words: string;
}

export class SettingsSearch {
  text = $state('');
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

  matches(words: string): boolean {
    return this.#words.every(word => words.includes(word));
  }

  /** Returns a function that takes the setting out of the search. */
  add(row: SearchableRow): () => void {
    this.#rows = [...this.#rows, row];
    return () => (this.#rows = this.#rows.filter(other => other !== row));
  }
}
