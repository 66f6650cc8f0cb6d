import { nameIn } from '../store/forms.ts';
import type { Outdated, Said } from '../store/reextract.ts';
import type { ArticleRows } from '../store/rows.ts';

/** What a newer extractor changes of the quotes of an article. */
export interface Change {
  readonly article: Pick<Outdated, 'id' | 'headline'>;
  readonly added: readonly Said[];
  readonly gone: readonly Said[];
  /** The same words, said to be somebody else's, or nobody's, or somebody's where it was nobody's. */
  readonly reattributed: readonly { readonly before: Said; readonly after: Said }[];
}

/** The quotes among what was found, as those that are stored. */
export function saidIn({ quotes, mentions }: ArticleRows): Said[] {
  const names = new Map(mentions.map((mention) => [mention.speakerId ?? mention.organizationId, nameIn(mention)]));
  return quotes.map(({ id, text, speakerId, organizationId }) => {
    const by = speakerId ?? organizationId;
    return { id, text, by, name: by === null ? null : (names.get(by) ?? null) };
  });
}

/** What of the quotes before is not as it is after. */
export function changeOf({ id, headline }: Change['article'], before: readonly Said[], after: readonly Said[]): Change {
  const [old, young] = [new Map(before.map((said) => [said.id, said])), new Map(after.map((said) => [said.id, said]))];
  return {
    article: { id, headline },
    added: after.filter((said) => !old.has(said.id)),
    gone: before.filter((said) => !young.has(said.id)),
    reattributed: after.flatMap((said) => {
      const was = old.get(said.id);
      return was && was.by !== said.by ? [{ before: was, after: said }] : [];
    }),
  };
}

/** Whether anything changes. */
export const isChange = ({ added, gone, reattributed }: Change): boolean => added.length + gone.length + reattributed.length > 0;
