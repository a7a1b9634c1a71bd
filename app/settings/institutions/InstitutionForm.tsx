import { ChangeForm } from "@/components/ChangeForm";
import { ownershipOf } from "@/domain/institution";
import { fill } from "@/messages/fill";
import { Attribution, SelectField, TextField } from "../Fields";
import type { SettingsShown } from "../shown";
import { changeFormWords } from "../words";
import type { Listed } from "./listed";
import { choosableTiers } from "./tierNames";

/** Decides the tier of an institution, or who owns it, from a day on. The reason stands in the list as well. */
export function InstitutionForm({ shown, row, seen }: { shown: SettingsShown; row: Listed; seen: string }) {
  const { settingsPages: texts, tiers, ownerships } = shown.words;
  const institution = row.institution ?? "";
  return (
    <details className="change screen-only" open>
      <summary>{fill(texts.institutionEdit, { institution: row.institution_name ?? institution })}</summary>
      <p className="note">{texts.tierHelp}</p>
      <ChangeForm action="/api/settings/institution" words={{ ...changeFormWords(shown), working: texts.workingLong }}>
        <SelectField
          name="tier_override"
          shown={shown}
          value={row.tier_override ?? ""}
          options={[
            { value: "", label: texts.byRule },
            ...choosableTiers.map((tier) => ({ value: tier, label: tiers[tier] })),
          ]}
        />
        <SelectField
          name="ownership"
          shown={shown}
          value={ownershipOf(row.ownership) ?? ""}
          options={[
            { value: "", label: texts.leaveEmpty },
            ...Object.entries(ownerships).map(([value, label]) => ({ value, label })),
          ]}
        />
        <TextField name="begins_on" shown={shown} hint={texts.dayHint} required />
        <Attribution shown={shown} seen={0} hidden={{ institution, scheme: shown.scheme, seen_list: seen }} />
      </ChangeForm>
    </details>
  );
}
