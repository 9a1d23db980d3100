// Stores the newer version that was found, and reports it as an issue for the banner below the table.
import type { Issue } from '../../shared/schema/issue';

let version: string | null = null;

/** Null: there is no newer version. */
export function setAvailableUpdate(newVersion: string | null): void {
  version = newVersion;
}

export const availableUpdate = {
  issues: (): Issue[] => (version === null ? [] : [{ code: 'update-found', file: version }])
};
