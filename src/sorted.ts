/** Index of the first item for which something holds that holds for all behind it too; the number of items where it holds for none. */
export function firstWhere<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the last item that begins at or before a place, given where each begins; -1 where none does. */
export const lastAt = <Item>(items: readonly Item[], place: number, begins: (item: Item) => number): number =>
  firstWhere(items, (item) => begins(item) > place) - 1;
