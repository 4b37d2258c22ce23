// Looking things up in sorted columns.

/**
 * How many of the sorted numbers are at most `limit`.
 * @param {ArrayLike<number>} sorted
 * @param {number} limit
 * @param {number} [from]
 * @param {number} [to]
 */
export function countUpTo(sorted, limit, from = 0, to = sorted.length) {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The last of the sorted numbers that is at most `limit`, by its index; -1 where there is none.
 * @param {ArrayLike<number>} sorted
 * @param {number} limit
 */
export function lastUpTo(sorted, limit) {
  return countUpTo(sorted, limit) - 1;
}

/**
 * Numbers put into lists by a key, all lists in one array: `listOf(key)` is a view of it.
 * @param {number} keys how many keys there are
 * @param {ArrayLike<number>} keyOf the key of each item; a negative key leaves the item out
 */
export function groupBy(keys, keyOf) {
  const start = new Int32Array(keys + 1);
  for (let i = 0; i < keyOf.length; i++) if (keyOf[i] >= 0) start[keyOf[i] + 1]++;
  for (let k = 0; k < keys; k++) start[k + 1] += start[k];
  const items = new Int32Array(start[keys]);
  const next = start.slice();
  for (let i = 0; i < keyOf.length; i++) if (keyOf[i] >= 0) items[next[keyOf[i]]++] = i;
  return (/** @type {number} */ key) => items.subarray(start[key], start[key + 1]);
}
