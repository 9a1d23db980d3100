// Reuses unchanged parts of the previous state, so that they are not drawn again.

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Returns `after`, with every part that equals its part of `before` replaced by the latter. Both are plain data without
 * cycles. Fields with the name `skippedField` are taken as they are.
 */
export function reuseUnchanged<Value>(before: Value, after: Value, skippedField = ''): Value {
  if (before === after) return before;
  if (Array.isArray(before) && Array.isArray(after))
    return reuseUnchangedList(before, after, skippedField) as Value;
  if (!isFields(before) || !isFields(after)) return after;
  const names = Object.keys(after);
  const next: Fields = {};
  let isSame = names.length === Object.keys(before).length;
  for (const name of names) {
    next[name] =
      name === skippedField ? after[name] : reuseUnchanged(before[name], after[name], skippedField);
    isSame &&= name in before && next[name] === before[name];
  }
  return (isSame ? before : next) as Value;
}

function reuseUnchangedList(
  before: readonly unknown[],
  after: readonly unknown[],
  skippedField: string
): readonly unknown[] {
  const next = after.map((one, i) => reuseUnchanged(before[i], one, skippedField));
  return next.length === before.length && next.every((one, i) => one === before[i]) ? before : next;
}
