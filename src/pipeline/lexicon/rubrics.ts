/** What stands before a colon where a paragraph is no running text and nobody speaks: captions, promotion, notes. In small letters. */
export const RUBRICS: ReadonlySet<string> = new Set([
  'photo',
  'photos',
  'photograph',
  'picture',
  'image',
  'video',
  'caption',
  'graphic',
  'watch',
  'listen',
  'read',
  'read more',
  'read also',
  'also read',
  'see also',
  'more',
  'related',
  'live',
  'breaking',
  'exclusive',
  'update',
  'updated',
  'correction',
  'clarification',
  'note',
  'notes to editors',
  'note to editors',
  "editor's note",
  'editor’s note',
  'source',
  'sources',
  'credit',
  'contact',
  ...`advertisement
don't miss
don’t miss
factbox
follow us
get involved
have your say
join the conversation
join the debate
more on this story
more info
read next
read this
recommended
related articles
related content
related links
related news
related stories
related story
related topics
share this
sign up
subscribe
tell us
up next
what do you think
you may also like
your view
your views`.split('\n'),
]);

/** A line that leads elsewhere, and is no headline: "Read more: Why the bridge closed", "Sign up for our newsletter", "Advertisement". */
export const LEADS_ELSEWHERE =
  /^(?:(?:advertisement|also read|follow us|get involved|have your say|more on this story|read (?:also|more|next)|recommended|related(?: (?:articles|content|links|news|stories|story|topics))?|see also|share this|sign up|subscribe|up next|you may also like)(?::.*)?|(?:sign up|subscribe) (?:for|to) (?:our|the) .*)$/iu;
