import type { Database } from "@/db/client";
import { changeSetting } from "@/db/queries/changeSetting";

/** 示例县: a code of its own, so that its synthetic records never meet those of a bureau. */
export const demoRegion = "361031";

/** Enters the demo county as a region, marked so that every page says 演示数据, with the settings that belong to it. */
export async function enterDemoRegion(database: Database): Promise<void> {
  const { sql } = database;
  await sql`
    insert into regions (code, name, demo) values (${demoRegion}, '示例县', true)
    on conflict (code) do update set name = excluded.name, demo = excluded.demo`;
  const entered = { region: demoRegion, seen: 0, enteredBy: "示例县", reason: "演示数据" };
  await changeSetting(database, {
    ...entered,
    kind: "comparability_event",
    key: "outpatient_pooling_2018",
    value: {
      scheme: "390",
      text: "取消个人账户、全面实施门诊统筹",
      from: "2018-01",
      visitClass: "outpatient",
      documentNumber: null,
    },
    enteredAt: new Date("2018-01-01T09:00:00+08:00"),
  });
  await changeSetting(database, {
    ...entered,
    kind: "policy_parameter",
    key: "comprehensive_reimbursement_line_2016",
    value: {
      id: "comprehensive_reimbursement_line",
      value: "0.9",
      documentNumber: null,
      validFrom: "2016-01",
      validTo: "2020-12",
      confirmed: false,
    },
    enteredAt: new Date("2016-01-01T09:00:00+08:00"),
  });
}
