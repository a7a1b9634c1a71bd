/** Tables of the office: titles and headers with their units. */
export const tables = {
  total: "Total",
  ofWhich: "of which: {name}",
  settledBasis: "Basis: settled (booked) amounts, not money paid out.",
  rounding: "Through rounding, parts may differ from their total by 0.01.",
  missingMonths: "Months without data: {months}; compared are only months that both years have.",
  sortBy: "Sort by “{column}”",
  ascending: "ascending",
  descending: "descending",
  export: "Export",
  exportCsv: "CSV",
  exportXlsx: "XLSX",
  fileName: "{region}-{table}-{period}-version {version}",
  reportingUnit: "Reported by: {name}",
  dataUntil: "Data until: {date}",
  unitInHeader: "Units: in the headers",
  signatures: {
    head: "Head of the bureau",
    finance: "Head of finance",
    review: "Reviewed by",
    prepared: "Prepared by",
  },
  signature: "{name}: ",
  exactness:
    "Amounts and counts are exact: cells hold every digit and round only what is shown; ratios have 15 digits.",
  longAmounts: "Amounts of more than {digits} significant digits are kept as text, so that no digit is lost.",
  emptyColumn: "“{column}” is empty: {reason}.",
  emptyCells: "“{column}” is empty: {reason} ({rows}).",
  someRows: "{count} rows",
  noSuchFile: "There is no such table or format: CSV and XLSX can be exported.",
  nothingToExport: "There is no data for this region, period or data version: nothing to export.",
  expenditure: {
    title: "Expenditure of the fund",
    columns: {
      now: "This period (million yuan)",
      shareOfAvailableFund: "Of the available fund (%)",
      shareOfExpenditure: "Of expenditure (%)",
      before: "Year before (million yuan)",
      change: "Change (million yuan)",
      growth: "Growth (%)",
      shareOfChange: "Share of the increase (%)",
    },
  },
  cases: {
    title: "Cases",
    columns: {
      name: "Visit class",
      now: "Cases this period",
      share: "Share (%)",
      before: "Cases a year before",
      change: "Change",
      growth: "Growth (%)",
    },
    specialDisease: "special-disease inpatients",
    shareNote:
      "Shares: visit classes of all cases in the scope; the rows “of which” of inpatient cases. These overlap and are not added to the total.",
  },
  persons: {
    title: "Cases and persons",
    columns: {
      name: "Visit class",
      cases: "Cases",
      persons: "Persons",
      personsBefore: "Persons a year before",
      personsGrowth: "Growth of persons (%)",
      casesPerPerson: "Cases per person",
      meanStay: "Mean stay (days)",
      casesPerHundred: "Inpatient cases per hundred enrolled",
      before: "Year before",
    },
    notes: {
      distinct:
        "Persons are distinct: somebody settled in several tiers or visit classes counts once in each row and once in the total, so that rows do not add up to it.",
      rates:
        "Mean stay = inpatient days ÷ inpatient cases; inpatient cases per hundred enrolled = inpatient cases ÷ enrolled at the end of the period × 100, not annualised.",
    },
  },
  causes: {
    title: "Why inpatient payments changed",
    columns: { name: "Cause", amount: "Amount (million yuan)", share: "Of the change (%)", meaning: "Meaning" },
    total: "Change",
    notes: {
      level:
        "Reimbursement level = pool payments ÷ total fee; shares are of the change of inpatient payments. Lines are rounded so that they add up to the change.",
      cells:
        "The finer the cells, the more of the shift of cases between them counts as mix, and the other lines differ with it; the change stays the same.",
    },
  },
  tierCauses: {
    title: "Why inpatient payments changed, by tier",
    columns: { cause: "{cause} (million yuan)", change: "Change (million yuan)", share: "Of the change (%)" },
    note: "Causes of a row add up to the change of its tier; shares are of the change of all inpatient payments.",
  },
  perCase: {
    title: "Fee per case and reimbursement of inpatients",
    columns: {
      name: "Tier",
      cases: "Inpatient cases",
      feePerCase: "Fee per case (yuan)",
      poolPayPerCase: "Pool payment per case (yuan)",
      poolPaymentRate: "Pool payment rate (%)",
      inPolicyRate: "In-policy rate (%)",
      before: "Fee per case a year before",
      change: "Change",
      growth: "Growth (%)",
      growthWithout: "Without institution ×",
    },
    notes: {
      rates:
        "Pool payment rate = pool payments ÷ total fee; in-policy rate = pool payments ÷ in-scope fee. Both numerators hold the pooled fund only: no serious-illness insurance, medical aid or other guarantees.",
      without:
        "Without institution ×: growth (%) of the fee per case of tier {tier} without {institution} ({now} cases, {before} a year before).",
      others:
        "“Without institution ×” has a value only where one institution explains more than half of a change of at least 5% in its tier; elsewhere “—”.",
    },
  },
  influence: {
    title: "Influence of single institutions on the fee per case of their tier",
    columns: {
      name: "Institution",
      tier: "Tier",
      cases: "Cases",
      casesBefore: "Cases a year before",
      feePerCase: "Fee per case (yuan)",
      growth: "Growth (%)",
      growthWithout: "Tier's growth without it (%)",
      influence: "Influence (points)",
    },
    note: "Inpatients; the ten strongest. Influence = growth of the tier's fee per case − its growth with the institution left out of both periods: arithmetic, not a judgement.",
  },
  institutions: {
    title: "Institutions",
    columns: {
      name: "Name",
      level: "Level",
      tier: "Tier",
      ownership: "Ownership",
      inpatientCases: "Inpatient cases",
      casesGrowth: "Growth (%)",
      feePerCase: "Fee per case (yuan)",
      feeGrowth: "Growth (%)",
      poolPay: "Pool payments (million yuan)",
      change: "Increase (million yuan)",
      meanStay: "Mean stay (days)",
      casesPerPerson: "Cases per person",
    },
    rest: {
      with_inpatients: "Institutions with inpatients ({count})",
      village_clinic: "Village clinics without inpatients ({count})",
      other: "Others without inpatients ({count})",
    },
    basis:
      "Cases, fee per case, mean stay and cases per person are of inpatients; pool payments and increase of all visit classes. The total is worked out from sums; persons are never added across institutions.",
    listed:
      "{listed} institutions listed, the other {rest} together in a row; the total has all {all} and equals that of the scope.",
    listedAll: "All {all} institutions listed; the total equals that of the scope.",
    owned: "Only {ownership}: the other {rest} are left out, and the total is less than that of the scope.",
  },
} as const;
