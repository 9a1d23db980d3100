// Marks tests of what packing can break: they run on the packed app too. All others are proven on the built app alone.
import type { TestDetails } from 'playwright/test';

/** Details of such a test. `reason`: what differs between a checkout and a package. */
export function alsoPackaged(reason: string): TestDetails {
  return { tag: '@packaged', annotation: { type: 'packaged', description: reason } };
}
