// Keeps what did not change: of two states that were read from text, equal parts stay the same objects, so that nothing is drawn again for them.

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * `after` with every part that equals that of `before` replaced by it. Both are plain data without cycles.
 * Fields of the name `asIs` are taken as they are.
 */
export function kept<Value>(before: Value, after: Value, asIs = ''): Value {
  if (before === after) return before;
  if (Array.isArray(before) && Array.isArray(after)) return keptList(before, after, asIs) as Value;
  if (!isFields(before) || !isFields(after)) return after;
  const names = Object.keys(after);
  const next: Fields = {};
  let isSame = names.length === Object.keys(before).length;
  for (const name of names) {
    next[name] = name === asIs ? after[name] : kept(before[name], after[name], asIs);
    isSame &&= name in before && next[name] === before[name];
  }
  return (isSame ? before : next) as Value;
}

function keptList(before: readonly unknown[], after: readonly unknown[], asIs: string): readonly unknown[] {
  const next = after.map((one, i) => kept(before[i], one, asIs));
  return next.length === before.length && next.every((one, i) => one === before[i]) ? before : next;
}
