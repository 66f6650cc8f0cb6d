/** A language's tag in its canonical form, `pt_br` as `pt-BR`; null for what is none, such as `English`: no language has a code of more than three letters. */
export function languageTag(value: string): string | null {
  const tag = value.trim().replaceAll('_', '-');
  if (!/^[a-z]{2,3}(?:-|$)/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
