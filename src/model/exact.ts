/**
 * Exponential and logarithm of + − × ÷ alone, which every machine rounds alike: Math.exp and Math.log differ between versions of V8,
 * and what decides a model's output must not.
 */

const { LN2, LOG2E } = Math;
/** Below it the exponential counts as nothing. */
const LOWEST = -700;

/** 2 to the power of k − 1023, exact. */
const POWERS = powersOfTwo();

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(2047);
  powers[1023] = 1;
  for (let k = 1; k <= 1023; k++) {
    powers[1023 + k] = powers[1022 + k]! * 2;
    powers[1023 - k] = powers[1024 - k]! / 2;
  }
  return powers;
}

/** e to the power of x, to about 14 digits, for x up to 700; 0 below −700. */
export function exp(x: number): number {
  if (x < LOWEST) return 0;
  const k = Math.round(x * LOG2E);
  const r = x - k * LN2;
  // Taylor's series; |r| is at most 0.35.
  const series =
    1 +
    r *
      (1 +
        (r / 2) *
          (1 + (r / 3) * (1 + (r / 4) * (1 + (r / 5) * (1 + (r / 6) * (1 + (r / 7) * (1 + (r / 8) * (1 + (r / 9) * (1 + r / 10)))))))));
  return series * POWERS[k + 1023]!;
}

/** 1, 1/3, 1/5, …, the terms of the logarithm's series. */
const ODDS = Float64Array.from({ length: 10 }, (_, k) => 1 / (2 * k + 1));

const double = new Float64Array(1);
const halves = new Uint32Array(double.buffer);
/** The half of a double that holds its exponent. */
const HIGH = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;

/** The natural logarithm of x > 0, to about 14 digits. */
export function ln(x: number): number {
  double[0] = x;
  let exponent = ((halves[HIGH]! >>> 20) & 0x7ff) - 1023;
  let mantissa = x / POWERS[exponent + 1023]!;
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent++;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const q = s * s;
  let series = 0;
  for (let k = ODDS.length - 1; k >= 0; k--) series = series * q + ODDS[k]!;
  return exponent * LN2 + 2 * s * series;
}

/** ln(eᵃ + eᵇ), without leaving the range of numbers. */
export function logAdd(a: number, b: number): number {
  const [high, low] = a > b ? [a, b] : [b, a];
  return low - high < -40 ? high : high + ln(1 + exp(low - high));
}
