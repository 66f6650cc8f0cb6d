import type { Field } from '../options.ts';

/** The names that records commonly have for an article's fields, best first; letter case and underscores aside. docs/formats.md lists them. */
export const NAMES: Readonly<Record<Field, readonly string[]>> = {
  id: ['id', 'guid', 'uuid', 'articleid', 'docid', 'documentid'],
  url: ['url', 'link', 'canonicalurl', 'sourceurl', 'weburl', 'permalink'],
  text: [
    'text',
    'body',
    'content',
    'articlebody',
    'fulltext',
    'maintext',
    'article',
    'story',
    'raw',
    'bodytext',
    'contenttext',
    'bodyhtml',
    'contenthtml',
    'articletext',
  ],
  headline: ['headline', 'title', 'hed'],
  authors: ['authors', 'author', 'byline', 'creator'],
  publisher: ['publisher', 'publication', 'outlet', 'source', 'sitename', 'sourcehostname'],
  section: ['section', 'category', 'topic', 'desk'],
  keywords: ['keywords', 'tags', 'subjects'],
  language: ['language', 'lang', 'inlanguage'],
  published: [
    'published',
    'publishedat',
    'datepublished',
    'datepublish',
    'publicationdate',
    'publishdate',
    'pubdate',
    'dategmt',
    'date',
    'timestamp',
    'created',
    'createdat',
  ],
};

/** A name of a field with letter case, underscores and spaces aside. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[_\s-]/g, '');
