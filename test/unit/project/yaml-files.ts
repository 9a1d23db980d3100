// Reads the YAML files of the checkout as the tools that use them do.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { load } = createRequire(import.meta.url)('js-yaml') as { load(text: string): unknown };

interface SystemOptions {
  readonly target: readonly (string | { target: string; arch: readonly string[] })[];
  readonly files: readonly string[];
  readonly icon: string;
}

export interface BuilderOptions extends Record<string, unknown> {
  readonly electronFuses: Readonly<Record<string, boolean>>;
  readonly files: readonly string[];
  readonly protocols: readonly { schemes: readonly string[] }[];
  readonly linux: SystemOptions & {
    readonly desktop: {
      readonly entry: Readonly<Record<string, string>>;
      readonly desktopActions: Readonly<Record<string, Readonly<Record<string, string>>>>;
    };
  };
  readonly mac: SystemOptions & Record<string, unknown>;
  readonly win: SystemOptions;
  readonly nsis: Record<string, unknown>;
}

export const builderOptions = (): BuilderOptions =>
  load(readFileSync('electron-builder.yml', 'utf8')) as BuilderOptions;

interface Job {
  readonly permissions?: Record<string, string>;
  readonly steps: readonly { uses?: string; run?: string; env?: Record<string, string> }[];
}

export interface Workflow {
  readonly permissions: Record<string, string>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** Gives the workflows by file name. */
export function workflows(): Map<string, Workflow> {
  const folder = '.github/workflows';
  return new Map(
    readdirSync(folder).map(name => [name, load(readFileSync(join(folder, name), 'utf8')) as Workflow])
  );
}
