// Whether this computer has a font with Chinese characters, and what to say where it has none.
import { localized } from '../../shared/domain/language';

const SIDE_PX = 24;
const FONT_PX = 16;

/** Without a font, two different characters are the same box. True where it cannot be known. */
export function hasChineseFont(): boolean {
  const [one, other] = ['中', '永'].map(pixelsOf);
  return one == null || one !== other;
}

function pixelsOf(sign: string): string | null {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = SIDE_PX;
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.font = `${FONT_PX}px system-ui, sans-serif`;
  context.fillText(sign, 2, FONT_PX + 2);
  return context.getImageData(0, 0, SIDE_PX, SIDE_PX).data.join();
}

const EN =
  'No font with Chinese characters is installed here. On Debian and Ubuntu: fonts-noto-cjk, or the small fonts-droid-fallback.';

/** In Chinese it would be boxes. */
export const CHINESE_FONT_TEXT = localized({ en: { missing: EN }, zh: { missing: EN } });
