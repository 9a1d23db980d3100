// The newer version that was found, for the one quiet line above the page.
import type { Issue } from '../../shared/schema/issue';

let version: string | null = null;

/** Null: there is none. */
export function noteUpdate(found: string | null): void {
  version = found;
}

export const updateNote = {
  troubles: (): Issue[] => (version === null ? [] : [{ code: 'update-found', file: version }])
};
