// Stores the past prices: one JSON file a source, bounded by the number of tokens and the length of their series.
import { join } from 'node:path';
import { z } from 'zod';
import type { SourceId } from '../../../shared/domain/sources';
import type { PastPriceFiles, StoredPastPrices } from '../../core/ports/past-prices';
import { PAST_PRICES_FORMAT } from '../../core/settings/file-formats';
import { createJsonFile, type JsonFile } from './json-file';

/** Four hundred points of the longest price. */
const Series = z.string().max(25_000);
const TokenPast = z.object({
  hours: Series,
  days: Series,
  hoursAt: z.number(),
  daysAt: z.number(),
  isYearWhole: z.boolean()
});

const Stored = z.object({
  version: z.literal(1),
  refusedAt: z.number().nullable(),
  tokens: z.record(z.string().max(600), TokenPast)
});

/** `folder`: of the profile. */
export function createPastPriceFiles(folder: string): PastPriceFiles {
  const jsonFile = (source: SourceId): JsonFile<StoredPastPrices> =>
    createJsonFile<StoredPastPrices>({
      file: join(folder, `prices-${source}.json`),
      schema: Stored,
      format: PAST_PRICES_FORMAT
    });
  const files: Record<SourceId, JsonFile<StoredPastPrices>> = {
    'v5-account': jsonFile('v5-account'),
    'v6-address': jsonFile('v6-address')
  };
  return {
    read: source => files[source].read(),
    write: (source, content) => files[source].write(content)
  };
}
