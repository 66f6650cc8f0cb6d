import type { Published } from '../document.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Hours from UTC of the zones that RFC 822 names. */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

const DAY = /^(\d{4})(?:-?(\d\d)(?:-?(\d\d))?)?$/;
const ISO = /^(\d{4})-?(\d\d)-?(\d\d)[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d(?::?\d\d)?|[A-Z]{2,3})?$/i;
const DAY_FIRST =
  /^(?:\p{L}+,?\s+)?(\d{1,2})(?:st|nd|rd|th)?[ -](\p{L}{3,9})\.?,?[ -](\d{4})(?:,?\s+(\d\d?):(\d\d)(?::(\d\d))?\s*(Z|[+-]\d{4}|[A-Z]{2,3})?)?$/iu;
const MONTH_FIRST =
  /^(?:\p{L}+,?\s+)?(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,?\s+(\d\d?):(\d\d)(?::(\d\d))?\s*(Z|[+-]\d{4}|[A-Z]{2,3})?)?$/iu;

/**
 * A time as feeds, newsroom systems and people write it, with the precision they gave; null for what is none or could be two (03/04/2021).
 * Without a zone it is taken for UTC, so that every machine reads the same. A number counts seconds or milliseconds since 1970.
 */
export function readTime(value: string | number): Published | null {
  if (typeof value === 'number') return readNumber(value);
  const text = value.trim();
  const day = DAY.exec(text);
  if (day) return published(day[1], day[2], day[3]);
  const iso = ISO.exec(text);
  if (iso) return published(iso[1], iso[2], iso[3], iso[4], iso[5], iso[6], iso[7]);
  const first = DAY_FIRST.exec(text);
  if (first) return published(first[3], monthOf(first[2]!), first[1], first[4], first[5], first[6], first[7]);
  const named = MONTH_FIRST.exec(text);
  if (named) return published(named[3], monthOf(named[1]!), named[2], named[4], named[5], named[6], named[7]);
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

type Digits = string | undefined;

function published(
  year: Digits,
  month: Digits,
  day: Digits,
  hour?: Digits,
  minute?: Digits,
  second?: Digits,
  zone?: Digits,
): Published | null {
  const [y, mo, d, h, mi, s] = [year, month ?? '1', day ?? '1', hour ?? '0', minute ?? '0', second ?? '0'].map(Number) as number[];
  const local = new Date(0);
  local.setUTCFullYear(y!, mo! - 1, d!);
  // A leap second counts as the last of its minute; 31 June is none.
  local.setUTCHours(h!, mi!, Math.min(s!, 59));
  const isReal =
    local.getUTCFullYear() === y && local.getUTCMonth() === mo! - 1 && local.getUTCDate() === d && h! < 24 && mi! < 60 && s! < 61;
  const offset = minutesOf(zone);
  if (!isReal || offset === null) return null;
  const at = new Date(local.getTime() - offset * 60_000);
  const precision = second ? 'SECOND' : minute ? 'MINUTE' : day ? 'DAY' : month ? 'MONTH' : 'YEAR';
  return isInRange(at) ? { at, precision } : null;
}

/** Minutes by which a zone is ahead of UTC; null for one that nobody knows. */
function minutesOf(zone: Digits): number | null {
  if (!zone) return 0;
  const named = ZONES[zone.toLowerCase()];
  if (named !== undefined) return named * 60;
  const [, sign, hours, minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  return hours ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) : null;
}

/** The years that every part of Quotewire can print, but for the first, which is where those without a date are sorted. */
const isInRange = (at: Date) => at.getUTCFullYear() > 1 && at.getUTCFullYear() <= 9999;
