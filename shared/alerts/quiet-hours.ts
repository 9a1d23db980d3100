// Quiet hours: the local minute of the day of a moment, and whether quiet hours contain it.
// Notifications are decided by it in the main process, and explained by it in the window.

/** Minutes since midnight, in the time zone of this computer. */
export function minuteOfDay(at: number): number {
  const date = new Date(at);
  return 60 * date.getHours() + date.getMinutes();
}

interface Hours {
  readonly isOn: boolean;
  readonly from: number;
  readonly to: number;
}

/** `minute`, `from`, `to`: minutes since midnight. When `from` equals `to`, no time is quiet. */
export function isQuiet({ isOn, from, to }: Hours, minute: number): boolean {
  if (!isOn || from === to) return false;
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}
