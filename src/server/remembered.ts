/**
 * What `ask` answers, asked anew only once the answer is so many milliseconds old: whoever comes meanwhile, or while it is asked, gets the same. An
 * answer that is not worth it is not kept. `ask` never rejects.
 */
export function remembered<Answer>(
  ask: () => Promise<Answer>,
  milliseconds: number,
  isWorthIt = (_: Answer) => true,
): () => Promise<Answer> {
  let last: { readonly answer: Promise<Answer>; freshUntil: number } | null = null;
  return () => {
    if (last && performance.now() < last.freshUntil) return last.answer;
    const asked = { answer: ask(), freshUntil: Number.POSITIVE_INFINITY };
    last = asked;
    void asked.answer.then((answer) => {
      asked.freshUntil = isWorthIt(answer) ? performance.now() + milliseconds : 0;
    });
    return asked.answer;
  };
}
