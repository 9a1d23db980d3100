// Luminance and contrast of colours, by WCAG 2.

/** Each from 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Relative luminance of WCAG 2. */
export function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map(part8 => {
    const share = part8 / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of WCAG 2, from 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}
