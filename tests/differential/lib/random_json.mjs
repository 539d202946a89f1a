// Random JSON objects in pairs: the second is the first after some edits, so that they have much in common.

const keys = ['', 'a', 'b', 'id', '~', '/', '~1', 'a/b', '"', '\\', 'é', '日本', '\u{1f600}', '0', '1', ' ', '\u0000', 'a.b', '-'];
const texts = ['', 'a', 'text', 'é"\\\n', '\u{1f600}', 'a longer text that says something about a campaign'];
const numbers = [0, 1, -1, 10, 1.5, -2.25, 1e3, 9007199254740991, 1e-7, 48213];

/** `nulls`: how likely a scalar is null. */
export function randomJson(random, { nulls = 0.15 } = {}) {
  const scalar = () => {
    if (random.chance(nulls)) return null;
    const kind = random.below(3);
    if (kind === 0) return random.chance(0.5);
    return kind === 1 ? random.pick(texts) : random.pick(numbers);
  };
  const value = (depth) => {
    if (depth === 0 || random.chance(0.4)) return scalar();
    return random.chance(0.5) ? list(depth) : object(depth);
  };
  const list = (depth) => Array.from({ length: random.below(7) }, () => value(depth - 1));
  const object = (depth) => {
    const result = {};
    for (let left = random.below(6); left > 0; left -= 1) result[random.pick(keys)] = value(depth - 1);
    return result;
  };

  const editedList = (old, depth) => {
    const result = old.map((one) => (random.chance(0.8) ? one : edited(one, depth - 1)));
    for (let left = random.below(3); left > 0; left -= 1) {
      const at = random.below(result.length + 1);
      if (random.chance(0.5)) result.splice(at, 0, value(Math.max(depth - 1, 0)));
      else if (result.length > 1) result.splice(random.below(result.length), 0, ...result.splice(at, 1 + random.below(2)));
      else result.splice(at, 1);
    }
    return result;
  };
  const editedObject = (old, depth) => {
    const result = {};
    const names = Object.keys(old);
    if (random.chance(0.3)) names.reverse();
    for (const name of names) {
      if (random.chance(0.1)) continue;
      result[name] = random.chance(0.6) ? old[name] : edited(old[name], depth - 1);
    }
    if (random.chance(0.3)) result[random.pick(keys)] = value(Math.max(depth - 1, 0));
    return result;
  };
  const edited = (old, depth) => {
    if (random.chance(0.1)) return value(Math.max(depth, 0));
    if (Array.isArray(old)) return editedList(old, depth);
    return old !== null && typeof old === 'object' ? editedObject(old, depth) : scalar();
  };

  return {
    object,
    pair: (depth) => {
      const first = object(depth);
      return [first, random.chance(0.05) ? object(depth) : editedObject(first, depth)];
    },
  };
}
