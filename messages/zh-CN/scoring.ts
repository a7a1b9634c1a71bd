import type { RuleId } from "@/domain/rubric";
import type { ScoringFlag, ScoringFormula } from "@/domain/scoring/scored";

/** Rules of scoring: what each is called, and how it makes points. */
export const scoringRules: Record<RuleId, { readonly name: string; readonly how: string }> = {
  higher_is_better: { name: "越高越好", how: "达到指标值得满分，否则按 分值 × 实际值 ÷ 指标值 计" },
  lower_is_better: { name: "越低越好", how: "不超过指标值得满分，否则按 分值 × 指标值 ÷ 实际值 计" },
  bands: { name: "分档计分", how: "按实际值所达到的最高一档计分，低于最低一档不得分" },
  qualitative: {
    name: "定性三档",
    how: "达成预期100%—80%（含），部分达成80%—60%（含），未达成60%—0%，须写明档内比例和理由",
  },
  yes_no: { name: "是否达成", how: "达成得满分，未达成不得分" },
  deduction: { name: "扣分项", how: "每发现一次扣规定的分数，扣完为止" },
  budget_execution: { name: "预算执行率", how: "分值 × 全年执行数 ÷ 全年预算数（调整后），不超过满分；不是基金使用率" },
  given: { name: "评定给分", how: "由评定人给分，不超过满分；上级未评定前按预估计为区间" },
};

/** Why a formula applied, and how the points come about. */
export const scoringFormulas: Record<ScoringFormula, { readonly because: string; readonly points: string }> = {
  target_reached: { because: "实际值{actual}达到指标值{target}", points: "满分{full}" },
  share_of_target: { because: "实际值{actual}低于指标值{target}", points: "{full} × {actual} ÷ {target}" },
  below_floor: { because: "实际值{actual}低于底线{floor}（指标值{target}）", points: "不得分" },
  target_kept: { because: "实际值{actual}未超过指标值{target}", points: "满分{full}" },
  target_share_of_actual: { because: "实际值{actual}超过指标值{target}", points: "{full} × {target} ÷ {actual}" },
  no_share_of_target: { because: "实际值{actual}、指标值{target}不能按比例计算", points: "不得分" },
  band: { because: "实际值{actual}达到{at_least}这一档", points: "{full} × {share}" },
  below_bands: { because: "实际值{actual}低于最低一档{lowest}", points: "不得分" },
  quality_share: { because: "{grade}", points: "{full} × {share}" },
  yes: { because: "已达成", points: "满分{full}" },
  no: { because: "未达成", points: "不得分" },
  marks_off: { because: "扣{off}分", points: "{full} − {off}，扣完为止" },
  share_of_budget: {
    because: "全年执行数{executed}，全年预算数（调整后，含上年结转）{budget}",
    points: "{full} × {executed} ÷ {budget}，不超过满分",
  },
  share_of_this_year_budget: {
    because: "全年执行数{executed}，当年预算数（不含上年结转）{budget}",
    points: "{full} × {executed} ÷ {budget}，不超过满分",
  },
  no_budget: { because: "没有预算数", points: "不得分" },
  marks_given: { because: "评定给分", points: "按评定，不超过满分{full}" },
  marks_estimated: { because: "上级尚未评定，预估{estimate}分", points: "预估与自评（未自评按满分{full}）之间" },
  no_target: { because: "未填指标值", points: "0与满分{full}之间" },
  pending: { because: "尚无实际值", points: "0与满分{full}之间" },
};

/** What is to be said about an indicator. */
export const scoringFlags: Record<ScoringFlag, string> = {
  unmet: "未完成",
  far_over_target: "年初指标值设定明显偏低",
  no_target: "未填指标值",
  pending: "待定",
  contradicts: "前后不一",
};

/** Why, how, and what came of it. */
export const traceSentence = "{because}：{formula} = {points}分";
