/**
 * Classes of what programs that publish put between the words of an article, and into their feeds as well: buttons to share and to subscribe,
 * cards that lead elsewhere, labels for screen readers.
 */
const CLASSES: ReadonlySet<string> = new Set(
  [
    'screen-reader-text sr-only visually-hidden',
    // WordPress.
    'sharedaddy jp-relatedposts addtoany_share_save_container wp-block-buttons wp-block-button more-link',
    // Substack.
    'subscription-widget subscription-widget-wrap subscription-widget-wrap-editor button-wrapper footnote-anchor footnote-number',
    // Ghost.
    'kg-bookmark-card kg-button-card kg-signup-card',
    // Drupal.
    'node__meta node__submitted field__label field--name-field-tags',
  ].flatMap((names) => names.split(' ')),
);

/** Whether an element with these classes is none of the article. */
export const isFurniture = (classes: string | undefined): boolean => classes?.split(/\s+/).some((name) => CLASSES.has(name)) ?? false;

/** Paragraphs that mark where an advertisement stands. */
const MARKERS = /^(?:skip )?advertisement(?:\n+|$)/gim;

/** A text without them. */
export const withoutMarkers = (text: string): string => text.replace(MARKERS, '').trim();
