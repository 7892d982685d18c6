import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  generateOrganisation,
  LARGEST_GROUP,
  LARGEST_TEAM,
  ORGANISATION,
} from './organisation';
import { withRelations } from './related';

describe('generateOrganisation', () => {
  const related = withRelations(generateOrganisation(1));
  const byRef = new Map(
    related.map(entity => [stringifyEntityRef(entity), entity]),
  );
  const targets = (ref: string, type: string) =>
    (byRef.get(ref)?.relations ?? [])
      .filter(relation => relation.type === type)
      .map(({ targetRef }) => targetRef);

  it('has as many entities as it says, each under a name of its own', () => {
    expect(related).toHaveLength(ORGANISATION.entities);
    expect(byRef.size).toBe(ORGANISATION.entities);
  });

  it('has the team that owns very much and the group that has very many members', () => {
    expect(
      targets(LARGEST_TEAM, 'ownerOf').filter(ref =>
        ref.startsWith('component:'),
      ),
    ).toHaveLength(ORGANISATION.componentsOfLargestTeam);
    expect(targets(LARGEST_GROUP, 'hasMember')).toHaveLength(
      ORGANISATION.membersOfLargestGroup,
    );
  });

  it('relates only entities that exist, both ways', () => {
    const back = new Map([
      ['ownedBy', 'ownerOf'],
      ['childOf', 'parentOf'],
      ['memberOf', 'hasMember'],
      ['partOf', 'hasPart'],
      ['dependsOn', 'dependencyOf'],
    ]);
    const oneWay = related.flatMap(entity =>
      (entity.relations ?? [])
        .filter(({ type, targetRef }) => {
          const inverse = back.get(type);
          return (
            inverse !== undefined &&
            !targets(targetRef, inverse).includes(stringifyEntityRef(entity))
          );
        })
        .map(({ targetRef }) => `${stringifyEntityRef(entity)} ${targetRef}`),
    );
    expect(oneWay).toEqual([]);
  });
});
