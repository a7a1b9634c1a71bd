/** Year-end projection: clauses are joined as they stand, so each brings its own punctuation. */
export const projection = {
  over: "The year is expected to cost {total}, {overrun} beyond this year's available fund of {available} ({counted})",
  within:
    "The year is expected to cost {total}, within this year's available fund of {available}, {left} left ({counted})",
  noFund: "The year is expected to cost {total} ({reason}: not held against the available fund)",
  interval: "; 80% interval {low} to {high}",
  chance: "; chance of an overrun {chance}. ",
  chanceAbove: "; chance of an overrun above {chance}. ",
  chanceBelow: "; chance of an overrun below {chance}. ",
  certain: "; the fund is spent already. ",
  noChance: ". ",
  withheld:
    ". Marked as a structural break: past misses say nothing of this year, so neither interval nor chance is given. ",
  complete: "All twelve months are settled: these are actual figures. ",

  doubling:
    "Plain doubling (spent × 12 ÷ {months}) says {doubling}, {use} of the fund; the combined method {blend}, {blendUse}. Doubling does not see the seasons and cannot say how sure it is. ",
  doublingAlone:
    "Plain doubling (spent × 12 ÷ {months}) says {doubling}; the combined method {blend}. Doubling does not see the seasons and cannot say how sure it is. ",

  ends: "On this path the year's available fund ends {third} {month} ({counted})",
  alreadyExceeded: "This year's available fund ended in {month} ({counted}). ",
  lasts: "On this path the available fund lasts the year ({counted})",
  needsCut: "; to stay within it {rest} may cost {mean} a month, {cut} less than projected",
  mayReach: "; to stay within it {rest} may cost up to {mean} a month, {room} more than projected",
  lateKept: " ({late} is kept for late rows of months gone by)",
  breakEven: ". Had {share} been used by the end of {month}, the year would just stay within it. ",
  paceEnd: ". ",

  evidence:
    "Tested on {years} past years at the same month: mean error of the combined method {error}, of doubling {doubling}; the 80% interval held the actual in {hits} of {cases} cases. ",
  littleEvidence: "Only {years} past years could be tested: that is little evidence. ",
  noEvidence:
    "Only {years} complete past years are stored and none can be tested: there is no local evidence of the error; the interval comes from public health spending series. ",
  noHistoryEvidence:
    "No past year is stored and none can be tested: the interval is widened by experience from elsewhere. ",
  lagReproduced: "The test saw only what had been imported then.",
  lagMissing: "The test saw later, complete data: the lag of settlement is not reproduced.",

  refusedTitle: "No projection of the year yet",
  gap: "Data of {months} is missing this year. Missing is not zero: a projection across the gap would be too low, so none is given. ",
  gapDo: "Import and publish the settlements of these months, then come back to this page.",
  tooEarly:
    "There is no past year, and this year has {count} months. Multiplying a few months would take their season for the year's, so no figure is given. ",
  tooEarlyDo: "Import last year's settlements; without them a run rate is given from the third month on.",
  soFar: "Spent so far {paid}, {burn} of this year's available fund of {available}. ",
  soFarAlone: "Spent so far {paid}. ",
  needed: "To stay within the year ({counted}) the remaining months may cost {needed} each. ",
  toData: "Import in Data",

  policyAhead:
    "The change of policy changes what is to come by {mechanical} by its rules; what else it does is seen once it is in force. ",
  policyEffect:
    "The policy change moves the months to come by {mechanical} as the rule says and {behavioural} beyond it.",
  flagsTitle: "Before you read on",
  flags: {
    no_history: "No past year: only the run rate is used, and the interval is widened by experience.",
    early_in_year:
      "Only {months} months are known: January is not multiplied by twelve; the season and the Spring Festival are taken into account, the evidence is thin.",
    low_agreement: "The methods are far apart: look at all of them, and do not quote one number alone.",
    atypical_growth: "Last year grew by more than 25%: check whether it was a normal year; mark it in Settings if not.",
    atypical_spread:
      "The five methods lie more than 20% of their median apart: last year may not have been a normal year; mark it in Settings if so.",
    one_off_suspected:
      "{months} is far off the level and may hold a one-off (campaign, clearing, recovery): please check, and mark it in Settings.",
    zeros: "{months} cost nothing: with many zeros a projection of its own is not reliable.",
    history_filled: "Past data of {months} is missing: filled from the season and the mean of the year.",
    negative_months: "{months} is below zero (more refunded than paid): projected without, added back as it is.",
    too_few_months: "{year} has fewer than six months with data and is not used.",
    no_spending: "{year} cost nothing and is not used.",
    no_spending_last_year_by_now: "Nothing was spent by now last year: the run rate stands in for share and growth.",
    december_clearing_suspected:
      "December {year} was half as much again as other months: check whether it holds the year's clearing, and mark the amount in Settings.",
    festival_dates_unknown: "The date of this year's Spring Festival is not in the table: no adjustment was made.",
    months_incomplete: "{months} is less than 90% settled: projected as unknown, what is known is a floor.",
    disagree: "The parts' own projections miss that of the whole by more than 5%: check the data.",
    typical_methods:
      "Last year is missing or not normal and is not carried forward: mean of run rate and seasonal level.",
    plan: "No month of this year is settled: last year and its trend, for planning only.",
    event: "{event}.",
  },

  chart: {
    titleOver: "Expected to pass this year's fund in {month}, {overrun} beyond it at year end",
    titleExceeded: "Passed this year's fund in {month}, {overrun} beyond it expected at year end",
    titleWithin: "Expected to end within this year's fund, {left} left",
    titlePlain: "Expected to reach {total} by year end",
    unit: "cumulative pool payments (million yuan)",
    band: "Bands from dark to light: 50%, 80%, 95%",
    projected: "Year expected",
    changed: "With levers",
    today: "Data to {month}",
    low: "80% low",
    high: "80% high",
    dashed: "Control line (dashed)",
    dotted: "Seasonal line (dotted)",
    summary: "{title}. {unit}; the numbers are in the table of months.",
    toTable: "See the table",
    complete: "{month} is {completeness} complete; settled months hold {late} of expected late rows besides.",
    notLearnt: "Too few imports to learn how complete months are.",
  },

  leversTitle: "If something is done",
  leversNote: "from the chosen month on; empty means no change",
  levers: {
    from: "From month",
    cases_township: "Township inpatients",
    cases_county: "County inpatients",
    cases_city: "City inpatients",
    cases_provincial_plus: "Provincial and outside inpatients",
    in_county: "Outside stays brought into the county",
    fee: "Fee per inpatient case",
    rate: "Inpatient reimbursement rate",
    policy: "Change of benefit policy",
    policy_from: "Policy from month",
    campaign: "One-off spending",
    campaign_month: "One-off in month",
  },
  leverUnits: { percent: "%", points: " points", ten_thousand_yuan: " × 10,000 yuan", month: "" },
  leverSaid: "{name} {value}{unit}",
  groups: { cases: "Inpatient cases (change, %)", treatment: "Where and at what cost", policy: "Policy and one-off" },
  apply: "Work it out",
  clear: "Clear all",
  result: {
    measure: "Result",
    base: "No change",
    changed: "With levers",
    total: "Year (million yuan)",
    overrun: "Beyond the fund (million yuan)",
    use: "Share of the fund",
    low: "80% low (million yuan)",
    high: "80% high (million yuan)",
    chance: "Chance of an overrun",
  },
  effectOf: ": year ",
  bridgeSummary: "{title}: {lines}",
  leverBasis:
    "Cases, fee and rate change inpatients of the months to come only; stays brought in cost what the county's stays cost; policy changes all pool payments; the interval stays the same part of what is to come.",

  scenariosTitle: "Saved scenarios",
  scenariosNone: "No scenario is saved yet. Set levers, then name and save them below.",
  scenariosNote: "only added, never changed; withdrawals stay on record",
  current: "As set here",
  base: "No change",
  save: "Save what is set here",
  saveHint: "Saved on version {version}, projection of {period}",
  nothingToSave: "Set at least one lever to have a scenario to save.",
  wholeOnly: "Scenarios are of the whole region: remove the filter first.",
  compare: "Compare the chosen ones",
  withdraw: "Withdraw",
  withdrawing: "Withdraw scenario: {name}",
  savedBy: "{name}, {date}",
  load: "Use",
  tooMany: "At most {most} scenarios can be compared at once.",

  more: "What the projection rests on",
} as const;

/** Every number of a projection: what it is called, and how it is worked out. */
export const projectionItems = {
  late: { name: "Expected late rows", how: "what settled months still lack, by their completeness" },
  policy_mechanical: {
    name: "Policy change: by the rule",
    how: "months after it × (factor − 1), the factor is in Settings",
  },
  policy_behavioural: {
    name: "Policy change: beyond the rule",
    how: "months after it × (observed factor − factor of the rule)",
  },
  total: { name: "Year expected{changed}", how: "spent {paid} + still to come {rest}; {method}, {basis}" },
  rest: { name: "Still to come{changed}", how: "year expected {total} − spent {paid}" },
  overrun: {
    name: "Beyond the available fund{changed}",
    how: "year expected {total} − available fund {available}; {counted}",
  },
  use: {
    name: "Year expected as a share of the fund{changed}",
    how: "year expected {total} ÷ available fund {available}; {counted}",
  },
  low: {
    name: "{of} interval, low end{changed}",
    how: "year expected + quantile × sigma × still to come, not below spent {paid}; {basis}",
  },
  high: { name: "{of} interval, high end{changed}", how: "year expected + quantile × sigma × still to come; {basis}" },
  use_low: { name: "{of} interval, low end, share of the fund{changed}", how: "low end ÷ available fund {available}" },
  use_high: {
    name: "{of} interval, high end, share of the fund{changed}",
    how: "high end ÷ available fund {available}",
  },
  chance: {
    name: "Chance of an overrun{changed}",
    how: "that the year costs more than the available fund {available}, by straight lines between the interval's ends; between 1% and 99% while money is to come",
  },
  moved: { name: "What the levers change", how: "year with levers {total} − year without" },
  effect: {
    name: "{of}: effect",
    how: "change of the year on top of the levers before it; the effects add up to the whole change",
  },
  method: { name: "{of}: year", how: "{of}; spent {paid}, {basis}" },
  method_use: { name: "{of}: share of the fund", how: "{of}: year ÷ available fund {available}" },
  method_overrun: { name: "{of}: beyond the fund", how: "{of}: year − available fund {available}; {counted}" },
  doubling: { name: "Plain doubling: year", how: "spent {paid} × 12 ÷ {known}" },
  doubling_use: { name: "Plain doubling: share of the fund", how: "plain doubling ÷ available fund {available}" },
  doubling_overrun: {
    name: "Plain doubling: beyond the fund",
    how: "plain doubling − available fund {available}; {counted}",
  },
  needed_mean: {
    name: "What each remaining month may cost{changed}",
    how: "(available fund {available} − spent {paid} − late rows to come {late}) ÷ remaining months; {counted}",
  },
  needed_change: {
    name: "That, against the projection{changed}",
    how: "(available fund {available} − spent {paid} − late rows to come {late}) ÷ still to come {remaining} − 1",
  },
  break_even: { name: "Share of the fund that would just last{changed}", how: "spent {paid} ÷ year expected {total}" },
  month: {
    name: "{of}: payments{changed}",
    how: "actual plus late rows where settled, else expected; the months add up to {total}",
  },
  cumulated: {
    name: "To the end of {of}{changed}",
    how: "months from January to {of}: actual plus late rows where settled, else expected",
  },
  fan_low: {
    name: "{of} interval, low end",
    how: "cumulative to the end of the month; the interval opens with what is to come",
  },
  fan_high: {
    name: "{of} interval, high end",
    how: "cumulative to the end of the month; the interval opens with what is to come",
  },
  seasonal: {
    name: "Seasonal control line at the end of {of}",
    how: "available fund {available} × cumulated month weights ÷ 12",
  },
  completeness: {
    name: "{of}: completeness",
    how: "share of the final amount that was known at this age, learnt from the imports",
  },
  reached: { name: "From the fund to the year expected: reached with {of}", how: "start and all lines up to this one" },
  line: {
    name: "From the fund to the year expected: {of}",
    how: "the lines add up to year expected {total} − available fund; estimates are apportioned",
  },
  part_total: {
    name: "{of}: year expected",
    how: "spent + still to come; the parts' rests are scaled to the whole's {rest}",
  },
  part_rest: {
    name: "{of}: still to come",
    how: "its own projection, scaled so that the parts add up to the whole's {rest}",
  },
  part_low: { name: "{of}: 80% interval, low end", how: "its own interval, scaled" },
  part_high: { name: "{of}: 80% interval, high end", how: "its own interval, scaled" },
  part_share: { name: "{of}: share of the year expected", how: "its year expected ÷ {total}" },
  part_growth: { name: "{of}: against last year", how: "its year expected ÷ last year − 1" },
  growth: { name: "Year expected against last year{changed}", how: "year expected {total} ÷ last year − 1" },
  error: {
    name: "{of}: mean error at the same month",
    how: "same method on past years with what was known then, mean distance from the actual, {years} past years",
  },
  hit_rate: {
    name: "Hit rate of the 80% interval",
    how: "share of past years whose actual lay in the interval stated at the same month, {years} past years",
  },
} as const;

export const projectionWords = {
  chances: { "50": "50%", "80": "80%", "95": "95%" },
  changed: " (with levers)",
  basis: "{known} months known, {years} past years",
  methods: {
    run_rate: "Run rate",
    share_of_last_year: "Share of last year",
    mean_share: "Mean share",
    trailing_twelve: "Trailing twelve",
    credibility_growth: "Credibility growth",
    level: "Seasonal level",
    median_of_five: "Median of five",
    blend: "Combined (used)",
    doubling: "Plain doubling",
  },
  methodHow: {
    run_rate: "spent ÷ share of the year gone by, in comparable days",
    share_of_last_year: "spent ÷ last year's share by the same month",
    mean_share: "spent ÷ mean share of past years by the same month",
    trailing_twelve: "spent + last year's remaining months",
    credibility_growth: "spent + last year's remaining months × discounted growth",
    level: "spent + current level × seasonal weights of the remaining months",
    median_of_five: "the middle one of the five above, share of last year left out",
    blend: "mean of seasonal level and median of five; why: below the table",
    doubling: "spent × 12 ÷ months, for comparison only",
  },
  headline: {
    blend: "Combined (used)",
    typical_methods: "Mean of run rate and seasonal level (used)",
    run_rate: "Run rate (used)",
    plan: "Last year and its trend (used)",
    complete: "Actual",
  },
  lines: {
    base_gap: "Last year against the fund",
    volume: "Volume",
    mix: "Mix of tiers and classes",
    price: "Fee per case",
    rate: "Reimbursement level",
    new_or_ended: "New and ended",
    one_off: "One-offs",
    late_rows: "Late settlements",
    unexplained: "Unexplained",
  },
} as const;
