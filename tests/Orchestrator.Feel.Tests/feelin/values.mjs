// Values of both sides in one form: JSON, with $number for what is not safe as a JSON number, $context, $range, $function, $other.

export function encode(value) {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $other: String(value) };
  if (Array.isArray(value)) return value.map(encode);
  if (typeof value === 'function' || value.constructor?.name === 'FunctionWrapper' || Array.isArray(value.parameterNames)) return { $function: true };
  if ('start included' in value && 'end included' in value)
    return { $range: [encode(value.start), value['start included'], encode(value.end), value['end included']] };
  if (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null)
    return { $context: Object.entries(value).map(([name, entry]) => [name, encode(entry)]) };
  return { $other: String(value) };
}

/** feelin counts in binary floating point with 53 bits, we in 34 digits: numbers agree when they do to 12 digits. */
export function sameNumber(ours, theirs) {
  const difference = Math.abs(ours - theirs);
  return difference <= 1e-9 || difference <= Math.abs(ours) * 1e-9;
}

export function same(ours, theirs) {
  if (typeof ours === 'number' && typeof theirs === 'number') return sameNumber(ours, theirs);
  if (Array.isArray(ours) && Array.isArray(theirs)) return ours.length === theirs.length && ours.every((each, i) => same(each, theirs[i]));
  if (ours?.$context && theirs?.$context) {
    const names = new Map(theirs.$context);
    return ours.$context.length === names.size && ours.$context.every(([name, value]) => names.has(name) && same(value, names.get(name)));
  }
  if (ours?.$range && theirs?.$range) return ours.$range.every((each, i) => same(each, theirs.$range[i]));
  if (ours?.$function && theirs?.$function) return true;
  return ours === theirs;
}
