// A count as people read it.
import { locale } from '../../shared/domain/language';

/** `1,234`. */
export function whole(count: number): string {
  return count.toLocaleString(locale());
}
