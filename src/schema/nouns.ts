import { builder } from './builder.ts';
import { connectionType } from './lists/connection.ts';

// The nodes by name alone, so that their fields, which lead from each to every other, can be declared in a file for each noun.

/** What articles name: people, organizations and places. */
export const Named = builder.interfaceRef<object>('Named').implement({
  description: 'Whom or what articles name: a person, an organization or a place.',
  interfaces: [builder.nodeInterfaceRef()],
  fields: (t) => ({
    name: t.string({ description: 'The name that is shown: the fullest that articles give.', resolve: undefined as never }),
  }),
});

export const Article = builder.prismaNode('Article', {
  id: { field: 'id' },
  nullable: true,
  select: { id: true, datelineStart: true },
  description: 'One distinct text of news, wherever it was read, with everything found in it.',
});

export const Quote = builder.prismaNode('Quote', {
  id: { field: 'id' },
  nullable: true,
  select: { id: true },
  description: 'Words that an article reports somebody to have said or thought, with the exact characters they came from.',
});

export const Speaker = builder.prismaNode('Speaker', {
  id: { field: 'id' },
  interfaces: [Named],
  nullable: true,
  select: { id: true },
  description: 'A person whom articles name. Two people of one full name are one; two who share no more than a surname are two.',
});

export const Organization = builder.prismaNode('Organization', {
  id: { field: 'id' },
  interfaces: [Named],
  nullable: true,
  select: { id: true },
  description: 'A company, agency, party, government body or other group that articles name.',
});

export const Place = builder.prismaNode('Place', {
  id: { field: 'id' },
  interfaces: [Named],
  nullable: true,
  select: { id: true },
  description: 'A country, city or region that articles name.',
});

export const Mention = builder.prismaObject('Mention', {
  select: { id: true },
  description: 'One article naming one person, organization or place, with every span that does.',
});

export const ArticleConnection = connectionType('Article', Article, 'articles', { searched: true });
export const QuoteConnection = connectionType('Quote', Quote, 'quotes', { searched: true });
export const SpeakerConnection = connectionType('Speaker', Speaker, 'people', {
  counted: {
    name: 'quoteCount',
    description: 'How many quotes are theirs: in the article, where the list is of one, else in all that are current.',
  },
});
export const OrganizationConnection = connectionType('Organization', Organization, 'organizations', {
  counted: {
    name: 'mentionCount',
    description:
      'How often it is named: in how many places of the article, where the list is of one, else in how many articles that are current.',
  },
});
export const PlaceConnection = connectionType('Place', Place, 'places');
export const MentionConnection = connectionType('Mention', Mention, 'mentions');
