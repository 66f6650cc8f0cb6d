import { readError } from '../errors.ts';

/** Escaped characters, quotation marks, and whole numbers of more digits than JavaScript keeps. */
const MARKS_AND_LONG_NUMBERS = /\\.|"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;
const HAS_LONG_NUMBER = /[:[,\s]-?\d{16,}/;

/** Parses JSON; whole numbers of 16 digits and more, such as ids of databases, come as text, so that no two of them become one. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(HAS_LONG_NUMBER.test(json) ? withLongNumbersQuoted(json) : json);
  } catch (cause) {
    const reason = (cause as Error).message.replace(/, "[\s\S]* is not valid JSON$/, '').replace(/ \(line \d+ column \d+\)$/, '');
    throw readError('RECORD_JSON', `It is no JSON (${reason.slice(0, 120)}); mend or remove it.`, cause);
  }
}

function withLongNumbersQuoted(json: string): string {
  let inString = false;
  return json.replace(MARKS_AND_LONG_NUMBERS, (found) => {
    if (found === '"') inString = !inString;
    return !inString && /^-?\d/.test(found) ? `"${found}"` : found;
  });
}
