import { type Field, fieldsOf } from "./fields";
import { nhsaInterface } from "./nhsaInterface";
import { nhsaWarehouse } from "./nhsaWarehouse";
import { zhHeaders } from "./zhHeaders";

/** Headers of the amounts and the time of a settlement. */
const headersWhere = (isMeant: (field: Field) => boolean): readonly string[] =>
  [nhsaWarehouse, nhsaInterface, zhHeaders].flatMap(({ headers }) =>
    Object.entries(headers).flatMap(([name, written]) => {
      const field = fieldsOf("settlements")[name]!;
      return (field.type === "money" || name === "settled_at") && isMeant(field) ? written : [];
    }),
  );

export const settlementHeaders = headersWhere(() => true);

/** Those that every settlement has: a registry may well have a column 医疗救助. */
export const requiredSettlementHeaders = headersWhere(({ required }) => required === true);
