import { InvalidArgumentError } from 'commander';

/** A flag's value as a number from 1 up. */
export function positive(value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new InvalidArgumentError('It is no whole number from 1 up.');
  return Number(value);
}

/** A flag's value as a number from 0 up. */
export function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('It is no whole number.');
  return Number(value);
}
