// Minutes of the day as a time field writes them.

/** `07:05`; minutes since midnight, local. */
export function clockText(minute: number): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** Null for what is no time of day. */
export function minuteOf(text: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)(?::\d\d)?$/.exec(text);
  return match && Number(match[1]) * 60 + Number(match[2]);
}
