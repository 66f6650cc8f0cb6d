/** Days, months and feasts: capitals that name nobody. */
export const CALENDAR: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
  jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. christmas easter`.split(/\s+/),
);

/** Times of day that may stand beside a day: "Monday night". */
export const TIMES_OF_DAY: ReadonlySet<string> = new Set(['morning', 'afternoon', 'evening', 'night', 'noon', 'midnight']);
