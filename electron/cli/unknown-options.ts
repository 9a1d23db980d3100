// Finds unknown options, and the known one that each may mean; switches of Chromium, Electron and the system are none.
import { nearestWord } from './nearest-word';
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
  const near = nearestWord(name, KNOWN);
  return near === null
    ? `Unknown option ${option}. Switches of Chromium go after "--".`
    : `Unknown option ${option}. Did you mean --${near}?`;
}
