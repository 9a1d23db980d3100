// Checks what an assistant gives to a tool against the input schema of the tool, and says what is wrong in a sentence.
import type { JsonSchema } from '../json-schema/schema-parts';
import { quoted } from './protocol';
import type { Params } from './messages';

/** Null: all of it is right. `input`: the fields that the tool takes, none of which is needed. */
export function argumentProblem(given: Params, input: Readonly<Record<string, JsonSchema>>): string | null {
  const known = Object.keys(input);
  for (const [name, value] of Object.entries(given)) {
    if (!known.includes(name))
      return `There is no argument "${quoted(name)}": ${known.length > 0 ? `use ${known.join(', ')}` : 'this tool takes none'}.`;
    const wanted = wantedOf(value, input[name] ?? {});
    if (wanted !== null) return `"${name}" is ${wanted}.`;
  }
  return null;
}

/** Null: the value is one. */
function wantedOf(value: unknown, schema: JsonSchema): string | null {
  const {
    type,
    enum: words,
    minimum,
    maximum,
    maxLength
  } = schema as {
    readonly type?: string;
    readonly enum?: readonly string[];
    readonly minimum?: number;
    readonly maximum?: number;
    readonly maxLength?: number;
  };
  if (words) return words.includes(value as string) ? null : `one of ${words.join(', ')}`;
  if (type === 'integer') {
    const isInside =
      Number.isInteger(value) && Number(value) >= (minimum ?? 0) && Number(value) <= (maximum ?? 0);
    return isInside ? null : `a whole number from ${minimum} to ${maximum}`;
  }
  return typeof value === 'string' && value.length <= (maxLength ?? 0)
    ? null
    : `a text of at most ${maxLength} signs`;
}
