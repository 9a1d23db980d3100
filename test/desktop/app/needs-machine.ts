// Marks tests that need the machine for themselves: they run in one worker, after all others.
import type { TestDetails } from 'playwright/test';

export const ALONE = '@alone';

/** Details of such a test. `reason`: what another test beside it would falsify. */
export function needsMachine(reason: string): TestDetails {
  return { tag: ALONE, annotation: { type: 'alone', description: reason } };
}
