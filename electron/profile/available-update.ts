// The newer version that was found, for the one quiet line above the page.
import type { Issue } from '../../shared/schema/issue';

let version: string | null = null;

/** Null: there is none. */
export function setAvailableUpdate(newVersion: string | null): void {
  version = newVersion;
}

export const availableUpdate = {
  issues: (): Issue[] => (version === null ? [] : [{ code: 'update-found', file: version }])
};
