/** Parameters that say where a reader came from, not what is read. */
const TRACKING =
  /^(?:utm_\w+|at_(?:medium|campaign(?:_type)?|format|custom\d|(?:link|ptr|bbc)_\w+)|fbclid|gclid|msclkid|mc_[ce]id|ref_src|cmp(?:id)?|smid|xtor)$/i;

/** The address of a page without fragment and tracking parameters, so that two ways to it are one; null where it is none of the web. */
export function canonicalUrl(value: string): string | null {
  if (!URL.canParse(value)) return null;
  const url = new URL(value);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  const tracking = [...url.searchParams.keys()].filter((name) => TRACKING.test(name));
  // Deleting writes all others anew, in another spelling.
  for (const name of tracking) url.searchParams.delete(name);
  return url.href;
}

/** An address that may be written as seen from another page, as feeds do; null where neither is one of the web. */
export function addressFrom(value: string | null, base: string | null | undefined): string | null {
  if (!value) return null;
  const from = base && URL.canParse(base) ? base : undefined;
  return URL.canParse(value, from) ? canonicalUrl(new URL(value, from).href) : null;
}
