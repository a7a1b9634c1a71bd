import { z } from "zod";
import { typedValue } from "@/app/performance/entering";
import { monitoringPath } from "@/app/performance/places";
import { attainmentChances, deviationCauses } from "@/domain/assessment";
import { optional, read, signedAmount, text } from "../../../../../settings/enter";
import { enterValues, type IndicatorParams } from "../../../../changing";

const entry = z.object({
  chance: z.enum(attainmentChances, "S-102"),
  cause: optional(z.enum(deviationCauses, "S-102")),
  expected_value: optional(text(400)),
  monitoring_remark: optional(text(4000)),
});

const number = z.object({ expected_value: signedAmount });

/** A row of 绩效运行监控表: the light, the cause, 全年预计完成情况 where it is another than suggested, a remark. */
export async function POST(request: Request, context: IndicatorParams): Promise<Response> {
  const { assessment: id } = await context.params;
  const back = `${monitoringPath(id)}#indicators`;
  return enterValues(
    request,
    context,
    entry,
    async (fields, { unit }) => {
      if (fields.withdraw) return { monitoring: null };
      const { chance, cause, expected_value: typed, monitoring_remark: remark } = fields;
      const expected =
        typed === null || unit === "text"
          ? typed
          : typedValue((await read(number, { expected_value: typed })).expected_value, unit);
      return {
        monitoring: {
          chance,
          ...(cause === null ? {} : { cause }),
          ...(expected === null ? {} : { expected }),
          ...(remark === null ? {} : { remark }),
        },
      };
    },
    back,
  );
}
