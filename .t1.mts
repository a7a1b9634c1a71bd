import { ReadingBench } from "./tests/etl/readingSetup";
const bench: any = await (ReadingBench as any).open?.() ?? new (ReadingBench as any)();
const tryIt = async (what: string, text: string, name = "a.csv") => {
  const load = await bench.stage({ [name]: text });
  console.log("##", what, load.refused, JSON.stringify(load.report.findings.map((f: any) => [f.code, f.severity, f.rows, f.details])).slice(0, 300));
  if (!load.refused) console.log("   ", JSON.stringify(await bench.accepted(load)).slice(0, 300));
};
await tryIt("month as date", "乡镇编码,月份,参保人数\n361031101,2018-06-01,30\n361031102,2018/6/1 0:00:00,30\n");
await tryIt("period as date", "指标名称,指标编码,考核期,完成值\n统筹,A1,2018-06-01,100\n统筹,A2,2018/6/1,100\n");
await tryIt("year as date", "年度,项目,应筹金额\n2018-01-01,财政补助,1\n");
await tryIt("per head", "年度,项目,人均标准,人数,应筹金额\n2018,财政补助,490元/人,1000人,490000\n");
await tryIt("quotes", "年度,项目,应筹金额,到位日期\n'2018','财政补助','490000','2018-06-01'\n");
await tryIt("percent", "指标名称,指标编码,考核期,完成值\n率,A1,2018H1,15.32%\n");
await tryIt("sqlplus", "年度,项目,应筹金额\n----,--------,------\n2018,财政补助,1\n\n1 rows selected.\n");
await tryIt("psql", "年度,项目,应筹金额\n2018,财政补助,1\n(1 row)\n");
await tryIt("sqlplus zh", "年度,项目,应筹金额\n2018,财政补助,1\n\n已选择1行。\n");
await tryIt("mysql", "年度,项目,应筹金额\n2018,财政补助,1\n1 rows in set (0.00 sec)\n");
await tryIt("file name", "年度,项目,应筹金额\n2018,财政补助,1\n", "名单110105194912310029.csv");
await bench.close();
