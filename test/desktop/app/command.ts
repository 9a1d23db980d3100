// The app's command line, run on a profile.
import { appArguments, Program, type Ended, type Environment } from './program';

/** Read commands need no display; commands that write to the keyring use the existing one. */
const NO_DISPLAY: Environment = {
  DISPLAY: undefined,
  WAYLAND_DISPLAY: undefined,
  DBUS_SESSION_BUS_ADDRESS: undefined
};

export interface TotalReport {
  readonly total: string | null;
  readonly currency: string;
  readonly takenAt: string | null;
  readonly ageSeconds: number | null;
  readonly state: 'fresh' | 'stale' | 'error' | 'none';
  readonly complete: boolean;
  readonly hidden: boolean;
  readonly chains: readonly { chainIndex: string; name: string; value: string | null }[];
  readonly notCounted: { risky: number; unpriced: number; unverified: number; waiting?: number };
  readonly doubts: readonly { kind: string; id: string; worth: string }[];
}

/** Runs a read command, such as `total`, to its end. */
export function read(profile: string, ...command: string[]): Promise<Ended> {
  return new Program(appArguments(profile, command), NO_DISPLAY).finish();
}

/** Gives the parsed output of `total --format json`, with the exit status. */
export async function readTotal(profile: string): Promise<TotalReport & { status: number | null }> {
  const { status, stdout, stderr } = await read(profile, 'total', '--format', 'json');
  try {
    return { ...(JSON.parse(stdout) as TotalReport), status };
  } catch {
    throw new Error(`total --format json ended with ${status}, printed "${stdout}" and said: ${stderr}`);
  }
}

/** Runs `setup` with this text on its standard input. */
export function setUp(profile: string, input: string, environment: Environment = {}): Promise<Ended> {
  return new Program(appArguments(profile, ['setup']), environment, input).finish();
}
