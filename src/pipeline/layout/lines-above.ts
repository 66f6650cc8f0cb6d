/** `By Ana Bell and Cem Dahl, Staff Writers`, with whatever a paper puts before it. */
export const BYLINE =
  /^(?:(?:exclusive|special report|interview|words|story|report|analysis|comment|review)(?:\s*[:|–—-])?\s+)?by\s+(?<names>\p{Lu}[\p{L}.'’-]+(?:[ ,]+(?:and\s+)?\p{Lu}[\p{L}.'’-]*)+)(?:\s*[|/(].*)?$/iu;

/** What the desks of agencies print between headline and byline: `(Adds quotes, background)`, `2031-03-04 09:12:33.1 GMT`, `Source: Xinhua| 2031-03-04 21:15:32`. */
export const DESK_NOTE = /^(?:\([^()]{3,200}\)|Eds:.*|(?:Source: [\p{L} ]+\|\s*)?\d{4}-\d\d-\d\d \d\d:\d\d.*)$/u;
