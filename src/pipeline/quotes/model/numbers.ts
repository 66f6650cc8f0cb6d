/** What a list holds at an index; `none` where there is no such index. A function inside those that are called for every token costs a third of their time. */
export const at = (list: Int32Array, index: number, none = 0): number => (index < 0 || index >= list.length ? none : list[index]!);

/** Distance in steps that grow. */
export const near = (distance: number): number => (distance < 4 ? distance : distance < 7 ? 4 : distance < 12 ? 5 : distance < 20 ? 6 : 7);
