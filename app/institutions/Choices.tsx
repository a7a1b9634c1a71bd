import { ChoiceLinks } from "@/components/ChoiceLinks";
import { type Tier, tiers } from "@/domain/dimensions";
import { institutions as definition } from "@/reports/tables/institutions";
import { routes } from "../routes";
import { type SearchParams, scopedHref } from "../scope";
import type { Writer } from "../writing";

/** Which institutions the table lists: by what they do, by tier, by who owns them. */
export function Choices(props: { choices: Record<string, string>; params: SearchParams; writer: Writer }) {
  const { choices, params, writer } = props;
  const { institutionPages: words, tiers: names } = writer.words;
  const { scope } = writer;
  const sort: Record<string, string> = typeof params.sort === "string" ? { sort: params.sort } : {};
  const href = (changed: Record<string, string>, where = scope.where) =>
    `${scopedHref(routes.institutions, { ...scope, where }, { ...choices, ...sort, ...changed })}#${definition.id}`;
  const { tier: _, ...everyTier } = scope.where;
  const chosenTier = scope.where.tier?.join();
  const tierChoice = (tier: Tier) => ({
    label: names[tier],
    href: href({}, { ...scope.where, tier: [tier] }),
    chosen: chosenTier === tier,
  });
  const offered = definition.choices!;
  return (
    <div className="choices">
      <ChoiceLinks
        label={words.list}
        choices={offered.list!.map((list, index) => ({
          label: words.lists[list as keyof typeof words.lists],
          href: href({ list }),
          chosen: choices.list ? choices.list === list : index === 0,
        }))}
      />
      <ChoiceLinks
        label={words.tier}
        choices={[
          { label: words.allTiers, href: href({}, everyTier), chosen: chosenTier === undefined },
          ...tiers.filter((tier) => tier !== "unclassified").map(tierChoice),
        ]}
      />
      <ChoiceLinks
        label={words.ownership}
        choices={offered.ownership!.map((ownership, index) => ({
          label: words.ownershipChoices[ownership as keyof typeof words.ownershipChoices],
          href: href({ ownership }),
          chosen: choices.ownership ? choices.ownership === ownership : index === 0,
        }))}
      />
    </div>
  );
}
