/** What Yoga can answer with. */
const ANSWERS = ['application/graphql-response+json', 'application/json', 'multipart/mixed', 'text/event-stream'];

/**
 * Whether a header accept leaves something to answer with. Read as Yoga reads it, which would do all the work first and then refuse without
 * a word; wishes by weight (q) are not looked at.
 */
export function isAnswerable(accept: string | null): boolean {
  const ranges = (accept || '*/*').replace(/\s/g, '').toLowerCase().split(',');
  return ranges.some((range) => {
    const [type = '', ...parameters] = range.split(';');
    if (parameters.some((parameter) => parameter.includes('charset=') && parameter !== 'charset=utf-8')) return false;
    return ANSWERS.some((answer) => type === '*/*' || type === answer || type === `${answer.split('/')[0]}/*`);
  });
}
