import type { Published } from '../document.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Hours from UTC of zones, those of RFC 822 first in doubt (CST is not China's); IST, which is Indian, Irish and Israeli, is none. */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  west: 1,
  bst: 1,
  cet: 1,
  cest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  hkt: 8,
  sgt: 8,
  jst: 9,
  kst: 9,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

const ZONE = String.raw`(Z|(?:UTC|GMT)?[+-]\d\d?(?::?\d\d)?|\p{L}{2,4})`;
/** Hour, minute, second, half of the day, zone: `9:12 p.m. EST`, `09:12:33.5+01:00`. */
const CLOCK = String.raw`(\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*${ZONE}?`;
const DAY_OF_MONTH = String.raw`(\d\d?)(?:st|nd|rd|th)?`;
const MONTH = String.raw`(\p{L}{3,9})\.?`;
const WEEKDAY = String.raw`(?:\p{L}+,?\s+)?`;
const like = (pattern: string) => new RegExp(`^${pattern}$`, 'iu');

const COMPACT_DAY = /^(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?$/;
const COMPACT = like(String.raw`(\d{4})-?(\d\d)-?(\d\d)[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?()\s*${ZONE}?`);
const YEAR_FIRST = like(String.raw`(\d{4})([-/.])(\d\d?)\2(\d\d?)(?:[T ]+${CLOCK})?`);
const DAY_FIRST = like(String.raw`${WEEKDAY}${DAY_OF_MONTH}[ -]${MONTH},?[ -](\d{4})(?:,?\s+${CLOCK})?`);
/** With two digits of the year, which RSS 2.0 allows as RFC 822 does: `Tue, 04 Mar 31 09:12:33 GMT`. */
const SHORT_YEAR = like(String.raw`${WEEKDAY}${DAY_OF_MONTH}[ -]${MONTH}[ -](\d\d)\s+${CLOCK}`);
const MONTH_FIRST = like(String.raw`${WEEKDAY}${MONTH}\s+${DAY_OF_MONTH},?\s+(\d{4})(?:,?\s+(?:at\s+)?${CLOCK})?`);
/** As C and Unix print it: `Tue Mar  4 09:12:33 +0000 2031`. */
const YEAR_LAST = like(String.raw`\p{L}{3}\s+${MONTH}\s+(\d\d?)\s+(\d\d):(\d\d):(\d\d)\s+(?:${ZONE}\s+)?(\d{4})`);
/** With dots the day comes first wherever people write so: `31.12.2031 14:05`. */
const DOTTED = like(String.raw`${WEEKDAY}(\d\d?)\.(\d\d?)\.(\d{4})(?:,?\s+${CLOCK})?`);
const MONTH_ALONE = like(String.raw`${MONTH},?\s+(\d{4})`);

/**
 * A time as feeds, newsroom systems and people write it, with the precision they gave; null for what is none or could be two (03/04/2021).
 * Without a zone it is taken for UTC, so that every machine reads the same. A number counts seconds or milliseconds since 1970.
 */
export function readTime(value: string | number): Published | null {
  if (typeof value === 'number') return readNumber(value);
  // Java writes the zone's name behind its offset; without one the time would be an hour or more wrong.
  const text = value.trim().replace(/(?<=Z|[+-]\d\d(?::?\d\d)?)\[[\w/+-]+\]$/i, '');
  const compact = COMPACT_DAY.exec(text) ?? COMPACT.exec(text);
  if (compact) return published(compact[1], compact[2], compact[3], compact.slice(4));
  const year = YEAR_FIRST.exec(text);
  if (year) return published(year[1], year[3], year[4], year.slice(5));
  const day = DAY_FIRST.exec(text);
  if (day) return published(day[3], monthOf(day[2]!), day[1], day.slice(4));
  const short = SHORT_YEAR.exec(text);
  if (short) return published(inFull(short[3]!), monthOf(short[2]!), short[1], short.slice(4));
  const dotted = DOTTED.exec(text);
  if (dotted) return published(dotted[3], dotted[2], dotted[1], dotted.slice(4));
  const month = MONTH_FIRST.exec(text);
  if (month) return published(month[3], monthOf(month[1]!), month[2], month.slice(4));
  const last = YEAR_LAST.exec(text);
  if (last) return published(last[7], monthOf(last[1]!), last[2], [last[3], last[4], last[5], undefined, last[6]]);
  const alone = MONTH_ALONE.exec(text);
  if (alone) return published(alone[2], monthOf(alone[1]!), undefined, []);
  return /^\d{9,13}$/.test(text) ? readNumber(Number(text)) : null;
}

function readNumber(value: number): Published | null {
  if (Number.isInteger(value) && value > 0 && value < 1e8) return readTime(String(value));
  if (value < 1e8) return null;
  const at = new Date(value < 1e11 ? value * 1000 : value);
  return isInRange(at) ? { at: new Date(Math.floor(at.getTime() / 1000) * 1000), precision: 'SECOND' } : null;
}

const monthOf = (name: string): string | undefined => {
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return month ? String(month) : '0';
};

/** A year of two digits in this century until 49, in the last one from 50 on: RFC 2822, section 4.3. */
const inFull = (year: string): string => `${year < '50' ? '20' : '19'}${year}`;

type Digits = string | undefined;

/** `clock` holds hour, minute, second, half of the day and zone, as far as they are given. */
function published(year: Digits, month: Digits, day: Digits, clock: readonly Digits[]): Published | null {
  const [hour, minute, second, half, zone] = clock;
  const [y, mo, d, mi, s] = [year, month ?? '1', day ?? '1', minute ?? '0', second ?? '0'].map(Number) as number[];
  const h = hourOf(Number(hour ?? '0'), half);
  const local = new Date(0);
  local.setUTCFullYear(y!, mo! - 1, d!);
  // A leap second counts as the last of its minute; 31 June and 24 o'clock make another day, and are none.
  local.setUTCHours(h, mi!, Math.min(s!, 59));
  const isReal = local.getUTCFullYear() === y && local.getUTCMonth() === mo! - 1 && local.getUTCDate() === d && mi! < 60 && s! < 61;
  const offset = minutesOf(zone);
  if (!isReal || offset === null) return null;
  const at = new Date(local.getTime() - offset * 60_000);
  const precision = second ? 'SECOND' : minute ? 'MINUTE' : day ? 'DAY' : month ? 'MONTH' : 'YEAR';
  return isInRange(at) ? { at, precision } : null;
}

/** The hour of the day; some write 15:12 PM. */
function hourOf(hour: number, half: Digits): number {
  if (!half || hour > 12) return hour;
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0);
}

/** The farthest that a place is from UTC. */
const MAX_OFFSET = 14 * 60;

/** Minutes by which a zone is ahead of UTC; null for one that nobody knows. */
function minutesOf(zone: Digits): number | null {
  if (!zone) return 0;
  const named = ZONES[zone.toLowerCase()];
  if (named !== undefined) return named * 60;
  const [, sign, hours, minutes = '0'] = /^(?:UTC|GMT)?([+-])(\d\d?):?(\d\d)?$/i.exec(zone) ?? [];
  const offset = Number(hours) * 60 + Number(minutes);
  return hours && offset <= MAX_OFFSET && Number(minutes) < 60 ? (sign === '-' ? -offset : offset) : null;
}

/** The years that every part of Quotewire can print, but for the first, which is where those without a date are sorted. */
const isInRange = (at: Date) => at.getUTCFullYear() > 1 && at.getUTCFullYear() <= 9999;
