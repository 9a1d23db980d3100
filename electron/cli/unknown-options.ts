// Finds unknown options, and the known one that each may mean; switches of Chromium, Electron and the system are none.
import { OPTION_LIST } from './options';

/** Switches that launchers, packages, debuggers and tests set: the families of Chromium and of Node. */
const FAMILIES =
  /^--(?:allow|auth|blink|default-tile|disable|disk-cache|enable|force|gpu|gtk|host|ignore|inspect|js|log|ozone|proxy|remote-allow|remote-debugging|renderer|squirrel|ssl|touch|trace|unsafely|use|wayland|window|wm)-[\w-]+(?:=|$)/;
/** And those that belong to none; `updated` and `processStart` are set by installers of Windows. */
const SINGLE =
  /^--(?:autoplay-policy|class|display|gapplication-service|high-dpi-support|in-process-gpu|inspect|lang|mute-audio|no-default-browser-check|no-deprecation|no-first-run|no-pings|no-proxy-server|no-sandbox|no-zygote|num-raster-threads|original-process-start-time|password-store|processStart(?:AndWait)?|single-process|sm-client-id|test-type|throw-deprecation|type|updated|user-agent|v|vmodule)(?:=|$)/;
/** Words that macOS and Windows add: the number of a process, defaults of Cocoa, a start for a notification. */
const SYSTEM_WORDS = /^-(?:psn[_-]|NS[A-Z]|Apple[A-Z]|Embedding$|ToastActivated$)/;

/** Whether the word is for Chromium, Electron or the system: it never refuses a start. */
export function isHostSwitch(word: string): boolean {
  return FAMILIES.test(word) || SINGLE.test(word) || SYSTEM_WORDS.test(word);
}

const KNOWN = OPTION_LIST.filter(({ isForDevelopers }) => !isForDevelopers).map(({ name }) => name);
const SWITCHES: readonly string[] = OPTION_LIST.filter(({ value }) => !value).map(({ name }) => name);

/** The sentence about an option that nobody knows, as it was given. */
export function unknownOptionText(word: string): string {
  const [option = ''] = word.split('=', 1);
  const name = option.replace(/^-+/, '');
  if (option === `--${name}` && SWITCHES.includes(name)) return `--${name} takes no value.`;
  const near = nearestOption(name.toLowerCase());
  return near === null
    ? `Unknown option ${option}. Switches of Chromium stand after "--".`
    : `Unknown option ${option}. Did you mean --${near}?`;
}

/** What one option alone begins with, or the one that fewest typing errors lead to; null: none is near. */
function nearestOption(name: string): string | null {
  const begun = KNOWN.filter(known => name !== '' && known.startsWith(name));
  if (begun.length === 1) return begun[0] ?? null;
  const errorsAllowed = Math.floor(name.length / 3);
  const near = KNOWN.map(known => ({ known, errors: typingErrors(name, known) }))
    .filter(({ errors }) => errors <= errorsAllowed)
    .sort((a, b) => a.errors - b.errors);
  return near[0]?.known ?? null;
}

/** Letters to put in, take out, change, or exchange with the next one: the distance of Damerau and Levenshtein. */
function typingErrors(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const isSame = from[i - 1] === to[j - 1];
      const isSwapped = from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      row[j] = Math.min(
        row[j - 1]! + 1,
        rows[i - 1]![j]! + 1,
        rows[i - 1]![j - 1]! + (isSame ? 0 : 1),
        isSwapped ? rows[i - 2]![j - 2]! + 1 : Infinity
      );
    }
    rows.push(row);
  }
  return rows.at(-1)!.at(-1)!;
}
