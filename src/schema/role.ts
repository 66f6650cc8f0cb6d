import { type Role, readRoles, readRolesIn } from '../store/read/roles.ts';
import { batched } from './batched.ts';
import { builder } from './builder.ts';
import { Article, Organization } from './nouns.ts';
import { referred } from './referred.ts';
import { SpanType } from './span.ts';
import { textOf } from './texts.ts';

/** Roles of one person, at most. */
export const MAX_ROLES = 20;

export const RoleType = builder.objectRef<Role>('Role').implement({
  description: 'What articles call a person: a title, when it was in use, and one place where it is printed.',
  fields: (t) => ({
    title: t.exposeString('title', {
      description: 'As written, without what it stands behind (`the company’s`): `Russian Foreign Minister`.',
    }),
    organization: t.field({
      type: Organization,
      nullable: true,
      description:
        'The organization that the title names, or that its words stand for: of `the company’s chief executive` that company. Null where nothing says so.',
      resolve: ({ organizationId }, _args, context, info) =>
        organizationId === null ? null : referred(context, info, 'Organization', { id: organizationId }),
    }),
    country: t.exposeString('country', { nullable: true, description: 'The country that the title names, where it names one.' }),
    firstSeen: t.expose('firstSeen', {
      type: 'DateTime',
      nullable: true,
      description: 'Date of the earliest current article that gives this person the title; null where none is dated.',
    }),
    lastSeen: t.expose('lastSeen', {
      type: 'DateTime',
      nullable: true,
      description: 'Date of the latest current article that gives this person the title; null where none is dated.',
    }),
    article: t.field({
      type: Article,
      description: 'An article that prints it: of a quote its own, of a person the latest.',
      resolve: ({ articleId }, _args, context, info) => referred(context, info, 'Article', { id: articleId }),
    }),
    span: t.field({
      type: SpanType,
      description: 'Where `article` prints it.',
      resolve: async ({ articleId, start, end }, _args, context) => {
        const { text } = await textOf(context, articleId);
        return { start, end, text: text.slice(start, end) };
      },
    }),
  }),
});

/** The roles of a person, those last seen first. */
export const rolesOf = batched<string, Role[]>(async (db, speakerIds) => {
  const roles = await readRoles(db, speakerIds, MAX_ROLES);
  return speakerIds.map((id) => roles.filter(({ speakerId }) => speakerId === id));
});

const roleIn = batched<string, Role | null>(async (db, keys) => {
  const asked = keys.map((key) => ({ articleId: key.slice(0, 36), speakerId: key.slice(37) }));
  const roles = await readRolesIn(db, asked);
  const byKey = new Map(roles.map((role) => [`${role.articleId} ${role.speakerId}`, role]));
  return keys.map((key) => byKey.get(key) ?? null);
});

/** What one article calls a person: the first title that it gives; null where it gives none or there is no person. */
export const roleThen = (
  { articleId, speakerId }: { articleId: string; speakerId: string | null },
  context: Parameters<typeof roleIn>[0],
) => (speakerId === null ? null : roleIn(context, `${articleId} ${speakerId}`));
